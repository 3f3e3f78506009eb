package org.peyk.spi.approval;

/** What a policy says about a request: a plan, or that it may not go out at all. */
public sealed interface PolicyAnswer permits ApprovalPlan, PolicyDenial {}
