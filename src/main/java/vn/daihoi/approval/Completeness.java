package vn.daihoi.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * Whether a dossier may be sent, decided by rule and read anew each time: everything required is there, nothing anybody
 * said is unanswered, every document is adopted as it stands now, and the rule set says by when it is due.
 */
@Component
public class Completeness {

    private final Checklists checklists;
    private final ContributionStore contributions;
    private final DossierReceipts receipts;
    private final SystemItems system;
    private final Rounds rounds;
    private final SuperiorRounds superiorRounds;
    private final Adoptions adoptions;
    private final Versions versions;
    private final Congresses congresses;
    private final RuleSets ruleSets;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Completeness(
            Checklists checklists,
            ContributionStore contributions,
            DossierReceipts receipts,
            SystemItems system,
            Rounds rounds,
            SuperiorRounds superiorRounds,
            Adoptions adoptions,
            Versions versions,
            Congresses congresses,
            RuleSets ruleSets,
            WorkingCalendar calendar,
            Clock clock) {
        this.checklists = checklists;
        this.contributions = contributions;
        this.receipts = receipts;
        this.system = system;
        this.rounds = rounds;
        this.superiorRounds = superiorRounds;
        this.adoptions = adoptions;
        this.versions = versions;
        this.congresses = congresses;
        this.ruleSets = ruleSets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One item and what there is for it.
     *
     * @param item as the checklist names it
     * @param pieces files the program can make, empty for what is brought in by hand
     * @param upload the file that was uploaded, null for none
     * @param paper the receipt of a paper, null for none
     * @param missing what isn't there, as a Vietnamese sentence; null when it is there
     * @param note what stands in place of files, empty for nothing
     */
    public record Line(
            ChecklistItem item,
            List<Piece> pieces,
            Contributions.@Nullable Upload upload,
            Contributions.@Nullable PaperReceipt paper,
            @Nullable String missing,
            String note) {

        /** Whether it is there. */
        public boolean there() {
            return missing == null;
        }
    }

    /**
     * How complete a dossier is.
     *
     * @param checklist the one it was held against, null when the rule set doesn't say
     * @param lines its items, empty when the rule set doesn't say
     * @param missing everything that stands in the way of sending, as Vietnamese sentences; empty for nothing
     * @param remarks what doesn't stand in the way but should be known
     */
    public record Report(
            Checklists.@Nullable Checklist checklist, List<Line> lines, List<String> missing, List<String> remarks) {

        /** How many items are there. */
        public long there() {
            return lines.stream().filter(Line::there).count();
        }
    }

    /** How complete it is at this moment. */
    @Transactional(readOnly = true)
    public Report of(Dossier dossier) {
        var missing = new ArrayList<String>();
        var remarks = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        var live = checklists.live(dossier);
        if (live instanceof Checklists.Live.Unknown unknown) {
            missing.add(unknown.message());
        }
        var checklist = live.checklist().orElse(null);
        if (checklist != null) {
            lines.addAll(lines(dossier, checklist.items(), Map.of()));
            for (int at = 0; at < lines.size(); at++) {
                var line = lines.get(at);
                if (line.missing() != null && line.item().required()) {
                    missing.add("Mục " + (at + 1) + ": " + line.missing());
                }
            }
        }
        unchanged(dossier, lines, remarks);
        var congress = congresses.get(dossier.congress());
        unanswered(congress, missing);
        unadopted(congress, missing);
        due(congress, missing, remarks);
        return new Report(checklist, List.copyOf(lines), List.copyOf(missing), List.copyOf(remarks));
    }

    /** The items of a checklist with what there is for each. */
    List<Line> lines(Dossier dossier, List<ChecklistItem> items, Map<String, Integer> signed) {
        var uploads = contributions.uploads(dossier.id());
        var papers = contributions.papers(dossier.id());
        return items.stream()
                .map(item -> {
                    if (item.kind() == ChecklistItem.Kind.SYSTEM) {
                        var supply = system.of(dossier, item, items, signed);
                        return new Line(item, supply.pieces(), null, null, supply.missing(), supply.note());
                    }
                    var upload = uploads.get(item.code());
                    var paper = papers.get(item.code());
                    return new Line(
                            item, List.of(), upload, paper, upload == null && paper == null ? lacking(item) : null, "");
                })
                .toList();
    }

    private static String lacking(ChecklistItem item) {
        return item.kind() == ChecklistItem.Kind.PAPER
                ? "“" + item.title() + "” chưa ghi nhận bản giấy."
                : "“" + item.title() + "” chưa có tệp.";
    }

    /** A file that came back, or is from an earlier dossier, and goes up as it is may be right, but somebody should know. */
    private void unchanged(Dossier dossier, List<Line> lines, List<String> remarks) {
        var former = IntStream.range(0, lines.size())
                .filter(at -> {
                    var upload = lines.get(at).upload();
                    return upload != null && upload.uploaded().at().isBefore(dossier.created());
                })
                .mapToObj(at -> String.valueOf(at + 1))
                .collect(Collectors.joining(", "));
        if (!former.isEmpty()) {
            remarks.add("Tệp của mục " + former + " lấy lại từ hồ sơ trước, chưa được thay.");
        }
        receipts.of(dossier.id(), dossier.submission())
                .filter(receipt -> !receipt.complete())
                .ifPresent(receipt -> {
                    var marked = receipts.marked(dossier.id(), dossier.submission());
                    for (int at = 0; at < lines.size(); at++) {
                        var upload = lines.get(at).upload();
                        if (upload != null
                                && marked.contains(upload.item())
                                && upload.uploaded()
                                        .at()
                                        .isBefore(receipt.decided().at())) {
                            remarks.add("Mục " + (at + 1) + " bị cấp trên trả lại mà tệp chưa được thay.");
                        }
                    }
                });
    }

    private void unanswered(Congress congress, List<String> missing) {
        for (var standing : superiorRounds.ofCongress(congress.id())) {
            if (!standing.settled()) {
                missing.add(title(standing.round()) + ": còn " + String.join(", ", standing.owed()) + ".");
            }
        }
        for (var document : checklists.documents(congress.id())) {
            for (var round : rounds.ofDocument(document.id())) {
                if (!round.ofSuperior() && !round.status().ended()) {
                    missing.add(title(round) + ": vòng lấy ý kiến chưa kết thúc (đang “"
                            + round.status().title() + "”).");
                }
            }
        }
    }

    private String title(Round round) {
        return rounds.title(round);
    }

    private void unadopted(Congress congress, List<String> missing) {
        if (adoptions.standing(congress.id()).isPresent()) {
            return;
        }
        var meetings = adoptions.ofCongress(congress.id());
        var last = meetings.isEmpty() ? null : meetings.get(meetings.size() - 1);
        if (last == null || !last.adopted()) {
            missing.add("Ban Chấp hành chưa thông qua các văn kiện.");
            return;
        }
        for (var document : checklists.documents(congress.id())) {
            var newest = versions.latest(document.id())
                    .map(version -> version.number())
                    .orElse(null);
            if (newest != null && !newest.equals(last.versions().get(document.id()))) {
                missing.add("“" + document.title() + "”: phiên bản " + newest + " chưa được Ban Chấp hành thông qua.");
            }
        }
        if (missing.stream().noneMatch(sentence -> sentence.endsWith("chưa được Ban Chấp hành thông qua."))) {
            missing.add("Ban Chấp hành chưa thông qua phiên bản mới nhất của mọi văn kiện.");
        }
    }

    /**
     * A rule set that doesn't say by when stops this step. One that says so and is overrun doesn't: a dossier that may never
     * be sent any more would help nobody, so it is remarked, and what is signed keeps the remark.
     */
    private void due(Congress congress, List<String> missing, List<String> remarks) {
        var plan = congress.plan();
        if (plan == null || !ruleSets.knows(plan.ruleSet())) {
            return;
        }
        var value = ruleSets.value(plan.ruleSet(), RuleParameter.DOSSIER_WORKING_DAYS);
        if (value instanceof RuleValue.Unfilled unfilled) {
            missing.add(unfilled.message());
        } else if (value instanceof RuleValue.Filled filled) {
            var latest = calendar.minusWorkingDays(plan.openingDate(), filled.value());
            if (VietnamTime.today(clock).isAfter(latest)) {
                remarks.add("Đã quá hạn trình: theo quy tắc phải trình chậm nhất ngày " + VietnamTime.day(latest)
                        + ", trước khai mạc " + filled.value() + " ngày làm việc.");
            }
        }
    }
}
