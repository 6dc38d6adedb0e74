package vn.daihoi.database;

import java.util.List;

/**
 * Something an operator should read once the program is up, shown in the block at the end of the start. A module adds
 * its own by declaring a bean of this type; the order is that of {@code @Order}.
 */
public interface ReadyNote {

    /** A heading of a few words, in English as all of the log; never null. */
    String title();

    /** The lines below it, asked for once when the program is ready; never null, none leaves the note out. */
    List<String> lines();
}
