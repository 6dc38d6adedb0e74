package vn.daihoi.consultation.cluster;

/**
 * Where a comment belongs.
 *
 * @param joins the comment it says the same as and whose company it joins, 0 when it stands alone
 * @param near when it stands alone: a comment that may say the same, to be judged by a person; 0 for none
 * @param likeness how alike the one named is, from 0 to 1; 1 where none is named
 */
public record Placing(long joins, long near, double likeness) {

    static final Placing ALONE = new Placing(0, 0, 1);
}
