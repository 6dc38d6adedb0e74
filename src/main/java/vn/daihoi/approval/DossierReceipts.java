package vn.daihoi.approval;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;

/** What the superior's office found in the submissions of a dossier, and what it decided on each. */
@Component
public class DossierReceipts {

    private final JdbcClient jdbc;

    DossierReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was decided on a submission.
     *
     * @param complete whether it was taken in
     * @param reason why it was returned, empty when it wasn't
     * @param items titles of the items that were missing, empty when it was taken in
     * @param decided who and when
     */
    public record Receipt(boolean complete, String reason, List<String> items, Signed decided) {}

    /** What was decided on a submission; empty while nothing was. */
    public Optional<Receipt> of(String dossier, int submission) {
        return jdbc.sql("select * from dossier_receipt where dossier = :dossier and submission = :submission")
                .param("dossier", dossier)
                .param("submission", submission)
                .query((row, number) -> new Receipt(
                        row.getBoolean("complete"),
                        row.getString("reason"),
                        titles(dossier, submission),
                        Signed.of(row, "decided")))
                .optional();
    }

    /** Titles of the items marked in the last submission, in their order. */
    public List<String> findings(Dossier dossier) {
        return titles(dossier.id(), dossier.submission());
    }

    /** Codes of the items marked in a submission. */
    public Set<String> marked(String dossier, int submission) {
        return Set.copyOf(
                jdbc.sql("select item from dossier_finding where dossier = :dossier and submission = :submission")
                        .param("dossier", dossier)
                        .param("submission", submission)
                        .query(String.class)
                        .list());
    }

    /** Marks what wasn't marked when the person began, and takes back what was and isn't to be. */
    Verdict mark(Dossier dossier, Set<String> seen, Set<String> items, Signed by) {
        var known = Set.copyOf(jdbc.sql(
                        "select code from dossier_submission_item where dossier = :dossier and submission = :submission")
                .param("dossier", dossier.id())
                .param("submission", dossier.submission())
                .query(String.class)
                .list());
        if (!known.containsAll(items)) {
            return Verdict.refused("Chỉ đánh dấu được các mục có trong hồ sơ đã gửi.");
        }
        jdbc.sql(
                        """
                        delete from dossier_finding
                        where dossier = :dossier and submission = :submission and item = any (:items)""")
                .param("dossier", dossier.id())
                .param("submission", dossier.submission())
                .param("items", without(seen, items))
                .update();
        jdbc.sql(
                        """
                        insert into dossier_finding
                        select :dossier, :submission, item, :by, :at from unnest(:items) item on conflict do nothing""")
                .param("dossier", dossier.id())
                .param("submission", dossier.submission())
                .param("items", without(items, seen))
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .update();
        return Verdict.done();
    }

    private static String[] without(Set<String> these, Set<String> those) {
        return these.stream().filter(one -> !those.contains(one)).toArray(String[]::new);
    }

    void record(Dossier dossier, boolean complete, String reason, Signed by) {
        jdbc.sql("insert into dossier_receipt values (:dossier, :submission, :complete, :reason, :by, :at)")
                .param("dossier", dossier.id())
                .param("submission", dossier.submission())
                .param("complete", complete)
                .param("reason", reason)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    private List<String> titles(String dossier, int submission) {
        return jdbc.sql(
                        """
                        select i.title from dossier_finding f
                        join dossier_submission_item i on i.dossier = f.dossier and i.submission = f.submission and i.code = f.item
                        where f.dossier = :dossier and f.submission = :submission order by i.position""")
                .param("dossier", dossier)
                .param("submission", submission)
                .query(String.class)
                .list();
    }
}
