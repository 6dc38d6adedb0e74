package vn.daihoi.consultation.cluster;

/**
 * What a comment says, as far as others can be alike to it.
 *
 * @param id of the comment, over 0
 * @param clause the clause it is about, 0 for the draft as a whole
 * @param stance which way it pulls
 * @param quote words of that clause, empty for none
 * @param text the words
 */
public record Saying(long id, long clause, Stance stance, String quote, String text) {}
