package vn.daihoi.document.text;

import java.util.List;

/**
 * A clause of a text that came in and doesn't know yet which clause of the document it is.
 *
 * @param clause what was read, without an id
 * @param claims ids that the file carries for it, as our own export left them; untrusted, may be empty, foreign, or the
 *     same for several clauses
 */
public record Incoming(Clause clause, List<Long> claims) {

    /** Keeps its own copy of the claims. */
    public Incoming {
        claims = List.copyOf(claims);
    }

    /** A clause about which the file says nothing. */
    public static Incoming unknown(Clause clause) {
        return new Incoming(clause, List.of());
    }
}
