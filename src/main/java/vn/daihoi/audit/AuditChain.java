package vn.daihoi.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.ChainState.Broken;
import vn.daihoi.audit.ChainState.Fault;
import vn.daihoi.audit.ChainState.Intact;

/**
 * Checks that the audit log is what the program wrote. The table itself refuses changes, but who owns the database can
 * make it; the chain then tells, and names the first entry concerned. Whoever can write the whole chain anew is only
 * found out by a head that was noted outside the database.
 */
@Component
public class AuditChain {

    /** Rows held in memory at a time. */
    private static final int FETCHED = 1_000;

    private static final String IN_ORDER = "select " + ChainLink.COLUMNS
            + " from audit_link l left join audit_entry e on e.id = l.entry order by l.position";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    AuditChain(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(FETCHED);
    }

    /**
     * Where the chain ends.
     *
     * @param position number of entries in it, 0 for none
     * @param hash of the last one, in hex
     */
    public record Head(long position, String hash) {

        /** As people note it: {@code 412:9f86d0…}. */
        @Override
        public String toString() {
            return position + ":" + hash;
        }
    }

    /** Where the chain ends now, unchecked. */
    @Transactional(readOnly = true)
    public Head head() {
        return jdbc.sql("select position, hash from audit_link order by position desc limit 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getString("hash")))
                .optional()
                .orElse(new Head(0, ChainLink.BEGINNING));
    }

    /** Looks at every link from the first to the last, at one moment, without holding more than a few in memory. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainState verify() {
        return verify(null);
    }

    /**
     * The same, and besides whether a head noted outside the database is still in the chain.
     *
     * @param noted null for none
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainState verify(@Nullable Head noted) {
        try (var links = streaming.queryForStream(IN_ORDER, ChainLink::map)) {
            var walked = walk(links.iterator(), noted);
            return walked instanceof Intact intact ? unlinked(intact) : walked;
        }
    }

    private ChainState walk(Iterator<ChainLink> links, @Nullable Head noted) {
        var previous = ChainLink.BEGINNING;
        long right = 0;
        while (links.hasNext()) {
            var link = links.next();
            if (link.position() != right + 1) {
                return new Broken(right, Fault.MISSING, right + 1, null);
            }
            if (!link.follows(previous)) {
                return broken(link, links.hasNext() ? links.next() : null, previous, right);
            }
            if (link.contradicted()
                    || (noted != null
                            && noted.position() == link.position()
                            && !noted.hash().equals(link.hash()))) {
                return new Broken(right, Fault.REWRITTEN, link.position(), link.row());
            }
            previous = link.hash();
            right++;
        }
        var expected = Math.max(furthestCheckpoint(), noted == null ? 0 : noted.position());
        return right < expected ? new Broken(right, Fault.CUT_OFF, right + 1, null) : new Intact(right, previous);
    }

    private Broken broken(ChainLink link, @Nullable ChainLink next, String previous, long right) {
        if (link.recorded() == null) {
            return new Broken(right, Fault.MISSING, link.position(), null);
        }
        if (next != null && hashes(link.position(), next.linked(), next, previous, next.hash())) {
            return new Broken(right, Fault.INSERTED, link.position(), link.row());
        }
        var fault = belongsToAnother(link, previous) ? Fault.REORDERED : Fault.CHANGED;
        return new Broken(right, fault, link.position(), link.row());
    }

    /** Whether there is another entry, or the content of another, that was hashed at this link. */
    private boolean belongsToAnother(ChainLink link, String previous) {
        try (var entries = streaming.queryForStream(
                "select " + ChainLink.COLUMNS + " from audit_entry e left join audit_link l on l.entry = e.id",
                ChainLink::map)) {
            return entries.anyMatch(other -> hashes(link.position(), other.linked(), other, previous, link.hash())
                    || hashes(link.position(), link.linked(), other, previous, link.hash()));
        }
    }

    private static boolean hashes(long position, long id, ChainLink content, String previous, String hash) {
        var recorded = content.recorded();
        return recorded != null && hash.equals(ChainLink.sha256(ChainLink.content(previous, position, id, recorded)));
    }

    private long furthestCheckpoint() {
        return jdbc.sql("select coalesce(max(position), 0) from audit_checkpoint")
                .query(Long.class)
                .single();
    }

    /** Entries that came past the trigger which links them. */
    private ChainState unlinked(Intact intact) {
        return jdbc.sql("select " + ChainLink.COLUMNS + " from audit_entry e left join audit_link l on l.entry = e.id"
                        + " where l.entry is null order by e.id limit 1")
                .query(ChainLink::map)
                .optional()
                .<ChainState>map(link -> new Broken(intact.right(), Fault.INSERTED, 0, link.row()))
                .orElse(intact);
    }

    /**
     * Writes the chain as text that needs no program of ours to be checked. Each line has the position, the hash, and in
     * Base64 what was hashed, with a blank between; what was hashed begins with the hash of the line before. So it holds
     * when for each line the SHA-256 of the decoded third word is the second word.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void export(Writer out) {
        try (var links = streaming.queryForStream(IN_ORDER, ChainLink::map)) {
            var previous = ChainLink.BEGINNING;
            for (var each = links.iterator(); each.hasNext(); ) {
                var link = each.next();
                var recorded = link.recorded();
                var content = recorded == null
                        ? ""
                        : Base64.getEncoder()
                                .encodeToString(ChainLink.content(previous, link.position(), link.linked(), recorded));
                out.append(link.position() + " " + link.hash() + " " + content + "\n");
                previous = link.hash();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
