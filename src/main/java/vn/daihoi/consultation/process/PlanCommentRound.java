package vn.daihoi.consultation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundPlan;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Versions;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office plans whom to ask, or proposes to ask nobody. */
@Component
final class PlanCommentRound implements TaskHandler<PlanCommentRound.Form> {

    private final Rounds rounds;
    private final Versions versions;
    private final RoundSummaries summaries;

    PlanCommentRound(Rounds rounds, Versions versions, RoundSummaries summaries) {
        this.rounds = rounds;
        this.versions = versions;
        this.summaries = summaries;
    }

    /** What can be planned. */
    enum Choice {
        ASK,
        SKIP
    }

    /** What the form asks. */
    record Form(
            @Label("Lấy ý kiến") @NotNull Choice choice,
            @Label("Lý do không tổ chức") @Nullable @Size(max = 2000) String skipReason,
            @Label("Phiên bản") @Nullable @Size(max = 10) String version,
            @Label("Ngày kết thúc") @Nullable LocalDate closesOn,
            @Label("Đảng viên") @Nullable Boolean partyMembers,
            @Label("Đoàn viên") @Nullable Boolean unionMembers,
            @Label("Hội viên") @Nullable Boolean associationMembers,
            @Label("Nhân dân") @Nullable Boolean residents,
            @Label("Tổ chức") @Nullable Boolean organisations,
            @Label("Cấp trên") @Nullable Boolean superiors,
            @Label("Hội nghị") @Nullable Boolean conferences,
            @Label("Văn bản góp ý") @Nullable Boolean written,
            @Label("Trang góp ý") @Nullable Boolean publicPage,
            @Label("Nội dung gợi ý") @Nullable @Size(max = 4000) String questions,
            @Label("Không trả lời là đồng ý") @Nullable Boolean silenceAgrees) {

        Set<SourceGroup> sources() {
            var chosen = EnumSet.noneOf(SourceGroup.class);
            put(chosen, partyMembers, SourceGroup.PARTY_MEMBER);
            put(chosen, unionMembers, SourceGroup.UNION_MEMBER);
            put(chosen, associationMembers, SourceGroup.ASSOCIATION_MEMBER);
            put(chosen, residents, SourceGroup.RESIDENT);
            put(chosen, organisations, SourceGroup.ORGANISATION);
            put(chosen, superiors, SourceGroup.SUPERIOR);
            return chosen;
        }

        Set<Channel> channels() {
            var chosen = EnumSet.noneOf(Channel.class);
            put(chosen, conferences, Channel.CONFERENCE);
            put(chosen, written, Channel.WRITTEN);
            put(chosen, publicPage, Channel.PUBLIC_PAGE);
            return chosen;
        }

        private static <E> void put(Set<E> chosen, @Nullable Boolean ticked, E one) {
            if (Boolean.TRUE.equals(ticked)) {
                chosen.add(one);
            }
        }
    }

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.PLAN);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        var published = versions.published(round.document());
        var view = FormView.empty()
                .with("returnReason", RoundSummaries.reason(round))
                .with("roundSummary", summaries.with(round, "Xem các vòng lấy ý kiến của văn kiện", ""))
                .options(
                        "versions",
                        published.stream()
                                .map(version -> new FormView.Option(String.valueOf(version.number()), version.title()))
                                .toList());
        return round.planned() == null ? usual(view, published) : asBefore(view, round);
    }

    /** What most rounds ask: everybody below, in every way, about the newest version. */
    private static FormView usual(FormView view, List<DocumentVersion> published) {
        return view.with(
                        "version",
                        published.isEmpty()
                                ? null
                                : String.valueOf(published.get(0).number()))
                .with("partyMembers", true)
                .with("unionMembers", true)
                .with("associationMembers", true)
                .with("residents", true)
                .with("organisations", true)
                .with("conferences", true)
                .with("written", true)
                .with("publicPage", true);
    }

    private static FormView asBefore(FormView view, Round round) {
        var closesAt = round.closesAt();
        return view.with("choice", round.skipReason() == null ? Choice.ASK : Choice.SKIP)
                .with("skipReason", round.skipReason())
                .with("version", round.version() == null ? null : String.valueOf(round.version()))
                .with("closesOn", closesAt == null ? null : VietnamTime.dayOf(closesAt))
                .with("partyMembers", round.sources().contains(SourceGroup.PARTY_MEMBER))
                .with("unionMembers", round.sources().contains(SourceGroup.UNION_MEMBER))
                .with("associationMembers", round.sources().contains(SourceGroup.ASSOCIATION_MEMBER))
                .with("residents", round.sources().contains(SourceGroup.RESIDENT))
                .with("organisations", round.sources().contains(SourceGroup.ORGANISATION))
                .with("superiors", round.sources().contains(SourceGroup.SUPERIOR))
                .with("conferences", round.channels().contains(Channel.CONFERENCE))
                .with("written", round.channels().contains(Channel.WRITTEN))
                .with("publicPage", round.channels().contains(Channel.PUBLIC_PAGE))
                .with("questions", String.join("\n", round.questions()))
                .with("silenceAgrees", round.silenceAgrees());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return stored(item, form).fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }

    private Verdict stored(WorkItem item, Form form) {
        if (form.choice() == Choice.SKIP) {
            return rounds.planToSkip(item.businessKey(), form.skipReason(), item.user());
        }
        var version = form.version();
        var closesOn = form.closesOn();
        if (version == null || !version.matches("[1-9]\\d{0,8}")) {
            return Verdict.refused("version", "Phải chọn “Phiên bản”.");
        }
        if (closesOn == null) {
            return Verdict.refused("closesOn", "Phải ghi “Ngày kết thúc”.");
        }
        return rounds.plan(
                item.businessKey(),
                new RoundPlan(
                        Integer.parseInt(version),
                        closesOn,
                        form.sources(),
                        form.channels(),
                        Lines.of(form.questions()),
                        Boolean.TRUE.equals(form.silenceAgrees())),
                item.user());
    }
}
