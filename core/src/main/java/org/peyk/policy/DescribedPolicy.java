package org.peyk.policy;

import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * A policy that can say its rules to people, for the organisation's process card. A policy of the portal's own may implement it beside {@link
 * org.peyk.spi.approval.ApprovalPolicy}; one that does not is named on the card, without its rules.
 */
public interface DescribedPolicy {

    /**
     * The rules, for readers who know the process and not the program. Asked when the card is made, on the caller's thread; must give the same
     * answer as long as the policy decides the same. Names no persons.
     *
     * @return one sentence a rule, in both languages
     */
    List<LocalizedText> describe();
}
