package vn.daihoi.consultation;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;

/** What stands between a round and its next step, in sentences that say how much it is and where to look. */
@Component
class RoundChecks {

    // looked up when needed: most of these services ask the rounds themselves
    private final ObjectProvider<Clusters> clusters;
    private final ObjectProvider<Comments> comments;
    private final ObjectProvider<Answers> answers;
    private final ObjectProvider<Proofs> proofs;

    RoundChecks(
            ObjectProvider<Clusters> clusters,
            ObjectProvider<Comments> comments,
            ObjectProvider<Answers> answers,
            ObjectProvider<Proofs> proofs) {
        this.clusters = clusters;
        this.comments = comments;
        this.answers = answers;
        this.proofs = proofs;
    }

    /** Groups what came last. */
    void group(String round) {
        clusters.getObject().assignNew(round);
    }

    Verdict.@Nullable Refused unmoderated(String round) {
        return fault(
                comments.getObject().pending(round),
                "Còn %d ý kiến chờ kiểm duyệt. Hãy xử lý hết ở trang “Kiểm duyệt” của vòng lấy ý kiến.");
    }

    Verdict.@Nullable Refused unproposed(String round) {
        return fault(
                answers.getObject().unproposed(round),
                "Còn %d cụm ý kiến chưa có đề xuất. Hãy đề xuất hết ở “Bàn xử lý” của vòng lấy ý kiến.");
    }

    Verdict.@Nullable Refused undecided(String round) {
        return fault(
                answers.getObject().undecided(round),
                "Còn %d cụm ý kiến chưa được quyết định. Hãy quyết định hết ở “Bàn xử lý” của vòng lấy ý kiến.");
    }

    Proofs.Check proofs(String round) {
        return proofs.getObject().check(round);
    }

    static Verdict.@Nullable Refused fault(Proofs.Check check) {
        return check.content()
                ? null
                : Verdict.refused("Còn " + check.unproved().size() + " cụm đã tiếp thu mà dự thảo chưa thể hiện và "
                        + check.unexplained().size() + " chỗ sửa không có ý kiến làm căn cứ"
                        + (check.newVersion() == null ? "; chưa có phiên bản mới được công bố" : "")
                        + ". Hãy xem trang “Đối chiếu” của vòng lấy ý kiến.");
    }

    private static Verdict.@Nullable Refused fault(int left, String sentence) {
        return left == 0 ? null : Verdict.refused(sentence.formatted(left));
    }
}
