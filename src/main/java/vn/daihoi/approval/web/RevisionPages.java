package vn.daihoi.approval.web;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.approval.Adoptions;
import vn.daihoi.approval.Revisions;
import vn.daihoi.approval.Revisions.Event;
import vn.daihoi.approval.Revisions.Owed;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.SuperiorRounds.Standing;
import vn.daihoi.document.text.Search;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Members;
import vn.daihoi.review.FollowUps;
import vn.daihoi.review.WorkingSessions;

/** Everything that is outstanding before the documents of a congress may go up, and why they came back each time. */
@Controller
class RevisionPages {

    private final Congresses congresses;
    private final Revisions revisions;
    private final Adoptions adoptions;
    private final WorkingSessions sessions;
    private final FollowUps followUps;
    private final WorkList workList;
    private final Members members;
    private final Clock clock;

    RevisionPages(
            Congresses congresses,
            Revisions revisions,
            Adoptions adoptions,
            WorkingSessions sessions,
            FollowUps followUps,
            Members members,
            WorkList workList,
            Clock clock) {
        this.congresses = congresses;
        this.revisions = revisions;
        this.adoptions = adoptions;
        this.sessions = sessions;
        this.followUps = followUps;
        this.workList = workList;
        this.members = members;
        this.clock = clock;
    }

    /** One congress of the list. */
    public record Row(String id, String title, int done, int all) {}

    /** One thing that a round of the superior is counted by; the width of its bar is in per cent of the largest. */
    public record Figure(String label, int count, int width, String page) {}

    /** A round of the superior that is open. */
    public record Open(String title, String page, boolean settled, List<Figure> figures) {}

    /** A round among the people that runs. */
    public record Running(String title, String page, String status) {}

    /** What one document owes. */
    public record Paper(
            String id,
            String title,
            @Nullable Integer newest,
            boolean done,
            boolean uncommented,
            int drafts,
            List<Running> running,
            List<Open> open) {}

    /** One line of the history. */
    public record Line(
            String at, String what, @Nullable String reason, @Nullable String page, boolean returned, int round) {}

    @GetMapping("/hoan-thien")
    String list(
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var typed = Paging.words(words);
        var readable = members.dealingsReadBy(user.getName(), VietnamTime.today(clock));
        var found = congresses.visible(user.getName()).stream()
                .filter(congress -> readable.test(congress.ward()))
                .filter(congress -> Search.normal(typed).isEmpty()
                        || !Search.find(congresses.title(congress), typed).isEmpty())
                .toList();
        model.addAttribute("words", typed);
        // what is outstanding is read for what is shown only
        model.addAttribute(
                "rows", Paging.page(model, found, page).stream().map(this::row).toList());
        return "approval/revisions";
    }

    private Row row(Congress congress) {
        var outstanding = revisions.outstanding(congress.id());
        return new Row(
                congress.id(),
                congresses.title(congress),
                (int) outstanding.stream().filter(Owed::nothing).count(),
                outstanding.size());
    }

    @GetMapping("/hoan-thien/{id}")
    String show(@PathVariable String id, Model model, Principal user) {
        var congress = congresses
                .visible(id, user.getName())
                .filter(one -> members.dealingsReadBy(user.getName(), VietnamTime.today(clock))
                        .test(one.ward()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var papers =
                revisions.outstanding(id).stream().map(RevisionPages::paper).toList();
        model.addAttribute("title", congresses.title(congress));
        model.addAttribute("number", revisions.number(id));
        model.addAttribute("papers", papers);
        model.addAttribute("done", (int) papers.stream().filter(Paper::done).count());
        model.addAttribute(
                "tasks",
                followUps.tally(sessions.ofCongress(id).stream()
                        .flatMap(session -> followUps.ofSession(session.id()).stream())
                        .toList()));
        model.addAttribute("task", workList.taskAbout(id, user.getName()).orElse(null));
        model.addAttribute("history", lines(revisions.history(id)));
        model.addAttribute(
                "adoption",
                adoptions
                        .standing(id)
                        .map(one -> "Ban Chấp hành đã thông qua các phiên bản mới nhất ngày "
                                + VietnamTime.day(one.heldOn()) + ", biên bản số " + one.minutesNumber() + ", có mặt "
                                + one.present() + "/" + one.convened() + ".")
                        .orElse(null));
        return "approval/revision";
    }

    private static Paper paper(Owed owed) {
        return new Paper(
                owed.document().id(),
                owed.document().title(),
                owed.newest(),
                owed.nothing(),
                owed.uncommented(),
                owed.drafts().size(),
                owed.running().stream()
                        .map(round -> new Running(
                                round.title(), address(round), round.status().title()))
                        .toList(),
                owed.superior().stream().map(RevisionPages::open).toList());
    }

    private static Open open(Standing standing) {
        int most = Math.max(
                1,
                Math.max(
                        Math.max(standing.unproposed(), standing.undecided()),
                        Math.max(standing.unproved(), standing.unexplained())));
        var page = address(standing.round());
        return new Open(
                standing.round().title(),
                page,
                standing.settled(),
                List.of(
                        figure("Chưa đề xuất trả lời", standing.unproposed(), most, page + "/ban-xu-ly"),
                        figure("Chưa quyết định", standing.undecided(), most, page + "/ban-xu-ly"),
                        figure("Đã tiếp thu, dự thảo chưa thể hiện", standing.unproved(), most, page + "/doi-chieu"),
                        figure("Chỗ sửa chưa có căn cứ", standing.unexplained(), most, page + "/doi-chieu")));
    }

    private static Figure figure(String label, int count, int most, String page) {
        return new Figure(label, count, 100 * count / most, page);
    }

    private static String address(Round round) {
        return "/lay-y-kien/" + round.id();
    }

    /** Each line under the time round it belongs to; what sent the documents back closes one. */
    private static List<Line> lines(List<Event> events) {
        var lines = new ArrayList<Line>();
        int round = 1;
        for (var event : events) {
            lines.add(new Line(
                    VietnamTime.moment(event.at()),
                    event.what(),
                    event.reason(),
                    event.page(),
                    event.returned(),
                    round));
            round += event.returned() ? 1 : 0;
        }
        return List.copyOf(lines);
    }
}
