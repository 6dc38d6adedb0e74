package vn.daihoi.approval.process;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisal;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.ChangeRequest;
import vn.daihoi.approval.Decision;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.SlipAnswer;
import vn.daihoi.approval.SlipRound;
import vn.daihoi.approval.Slips;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Documents;
import vn.daihoi.engine.FormView;

/** What the forms from the appraisals on show, in the light markup that form texts understand. */
@Component
class ApprovalSummaries {

    private final Congresses congresses;
    private final Documents documents;
    private final Appraisals appraisals;
    private final Slips slips;
    private final Approvals approvals;

    ApprovalSummaries(
            Congresses congresses, Documents documents, Appraisals appraisals, Slips slips, Approvals approvals) {
        this.congresses = congresses;
        this.documents = documents;
        this.appraisals = appraisals;
        this.slips = slips;
        this.approvals = approvals;
    }

    /** The dossier, what was sent, and a way to one of its pages. */
    String head(Dossier dossier, String words, String path) {
        return FormText.plain(dossier.title() + " – " + congresses.title(congresses.get(dossier.congress())))
                + "\n\n- Lần gửi: " + dossier.submission() + "\n"
                + appraisals.versions(dossier).entrySet().stream()
                        .map(one -> "- ["
                                + FormText.plain(documents.get(one.getKey()).title()) + ", phiên bản " + one.getValue()
                                + "](/van-kien/" + one.getKey() + "/doc/" + one.getValue() + ")\n")
                        .collect(Collectors.joining())
                + "\n[Xem tài liệu của hồ sơ](/trinh-duyet/" + dossier.id() + ")\n\n["
                + words + "](/trinh-duyet/" + dossier.id() + path + ")";
    }

    /** The documents that were sent, to choose one. */
    List<FormView.Option> documents(Dossier dossier) {
        return appraisals.versions(dossier).entrySet().stream()
                .map(one -> new FormView.Option(
                        one.getKey(), documents.get(one.getKey()).title() + ", phiên bản " + one.getValue()))
                .toList();
    }

    /** What each board found. */
    String appraisals(Dossier dossier) {
        return appraisals.of(dossier).stream()
                .map(one -> "- **" + one.board().title() + "**: " + outcome(dossier, one) + "\n")
                .collect(Collectors.joining());
    }

    private String outcome(Dossier dossier, Appraisal one) {
        var outcome = one.outcome();
        if (outcome == null) {
            return "chưa thẩm định, hạn " + VietnamTime.day(one.dueOn());
        }
        int asked = appraisals.requests(dossier, one.board()).size();
        return outcome.title() + (asked > 0 ? " (" + asked + " nội dung)" : "") + ". " + FormText.plain(one.opinion());
    }

    /** How the office summed the appraisals up, to be read; null before. */
    @Nullable
    String report(Dossier dossier) {
        var typed = typedReport(dossier);
        return typed == null ? null : lines(typed);
    }

    /** The same as typed, to be changed. */
    @Nullable
    String typedReport(Dossier dossier) {
        var decision = decision(dossier);
        return decision == null ? null : decision.report();
    }

    /** The figures of the slips; null when none were asked for. */
    @Nullable
    String figures(Dossier dossier) {
        var decision = decision(dossier);
        return decision == null || decision.slipsSkipped()
                ? null
                : slips.current(dossier).map(ApprovalSummaries::figures).orElse(null);
    }

    private static String figures(SlipRound round) {
        return "- Lần xin ý kiến: " + round.number() + "\n- Số phiếu: " + round.given() + "/" + round.members() + " ("
                + (round.quorum() ? "đủ" : "chưa đủ") + " " + round.quorumPercent() + "%)\n- Đồng ý: "
                + round.agreeing() + ", trong đó kèm đề nghị: " + round.answered(SlipAnswer.AGREE_WITH_REQUESTS) + " ("
                + (round.majority() ? "quá" : "chưa quá") + " " + round.majorityPercent() + "%)\n- Không đồng ý: "
                + round.answered(SlipAnswer.DISAGREE) + "\n- Vắng mặt: " + round.absent() + "\n";
    }

    /** What a return would ask for; null when there is nothing. */
    @Nullable
    String requests(Dossier dossier) {
        var all = approvals.requests(dossier.id(), dossier.submission());
        return all.isEmpty()
                ? null
                : all.stream().map(one -> "- " + request(one) + "\n").collect(Collectors.joining());
    }

    private String request(ChangeRequest one) {
        return FormText.plain(documents.get(one.document()).title()) + ", " + Place.code(one.clauseId()) + ": "
                + FormText.plain(one.text());
    }

    /** The decision that the notice tells. */
    String notice(Dossier dossier) {
        var decision = decision(dossier);
        var outcome = decision == null ? null : decision.outcome();
        return "- Kết quả: " + (outcome == null ? "chưa quyết định" : outcome.title()) + "\n"
                + (decision == null || decision.reason().isEmpty()
                        ? ""
                        : "- Lý do: " + FormText.plain(decision.reason()) + "\n")
                + "\n[Xem thông báo](/trinh-duyet/" + dossier.id() + "/quyet-dinh)";
    }

    private @Nullable Decision decision(Dossier dossier) {
        return approvals.decision(dossier.id(), dossier.submission()).orElse(null);
    }

    private static String lines(String typed) {
        return typed.lines()
                .filter(line -> !line.isBlank())
                .map(FormText::plain)
                .collect(Collectors.joining("\n\n"));
    }
}
