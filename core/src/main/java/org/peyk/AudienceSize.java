package org.peyk;

/**
 * How many people an audience holds at the moment of asking.
 *
 * @param persons different persons who would get the mail
 * @param folded further rows of persons already counted (somebody in two groups)
 * @param excluded different persons left out because they are in an excluded group
 * @param rejected rows of the sources that are no usable recipient
 */
public record AudienceSize(long persons, long folded, long excluded, long rejected) {}
