package vn.daihoi.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look at the whole chain of the audit log found. */
public sealed interface ChainState {

    /** How many links were found right, counted from the beginning. */
    long right();

    /**
     * Every entry stands where it was written, as it was written.
     *
     * @param right how many entries there are
     * @param head hash of the last one, in hex; noted elsewhere it proves the whole log up to here
     */
    record Intact(long right, String head) implements ChainState {}

    /**
     * Something was done to the log past the program.
     *
     * @param right how many entries before it are as they were written
     * @param fault what is wrong with the first one that isn't
     * @param position where in the chain, from 1; 0 for an entry that has no place in it
     * @param row the entry concerned, as it stands now; null where nothing is left of it
     */
    record Broken(long right, Fault fault, long position, @Nullable Row row) implements ChainState {}

    /** What can be wrong. */
    enum Fault {
        /** A field, or the link itself, isn't what was written. */
        CHANGED("đã bị sửa"),
        /** There was an entry, and it is gone. */
        MISSING("đã bị xóa"),
        /** An entry that the program didn't write. */
        INSERTED("được chèn thêm ngoài chương trình"),
        /** The entry that stands here was written at another place. */
        REORDERED("bị đổi chỗ"),
        /** The chain ends before a head that was noted earlier. */
        CUT_OFF("bị cắt mất phần cuối"),
        /** All fits together, but not to a head that was noted earlier: the log was written anew up to here. */
        REWRITTEN("đã bị ghi lại từ trước đến đây");

        private final String title;

        Fault(String title) {
            this.title = title;
        }

        /** Vietnamese words that follow the name of an entry. */
        public String title() {
            return title;
        }
    }

    /**
     * What names an entry and tells nothing of what it says.
     *
     * @param id its number in the table
     * @param at when it was recorded
     * @param action code of what was done
     * @param subject what it was done to, as {@code kind:id}
     */
    record Row(long id, Instant at, String action, String subject) {}
}
