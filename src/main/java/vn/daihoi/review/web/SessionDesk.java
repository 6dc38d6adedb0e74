package vn.daihoi.review.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.web.RecordDesk;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Members;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/** What all pages of a working session need: it or "not found", its heading and tabs, and an answer to a deed. */
@Component
class SessionDesk extends RecordDesk {

    private static final List<Tab> TABS = List.of(
            new Tab("", "Tổng quan"),
            new Tab("/tai-lieu", "Phòng đọc"),
            new Tab("/y-kien", "Ý kiến"),
            new Tab("/ket-luan", "Kết luận"));

    private final WorkingSessions sessions;
    private final Congresses congresses;
    private final WorkList workList;

    SessionDesk(WorkingSessions sessions, Congresses congresses, Members members, WorkList workList) {
        super(members);
        this.sessions = sessions;
        this.congresses = congresses;
        this.workList = workList;
    }

    /** One this person may see; one of another ward answers like one that doesn't exist. */
    WorkingSession visible(String id, Principal user) {
        return sessions.visible(id, user.getName()).orElseThrow(RecordDesk::notFound);
    }

    /** What review/parts :: head shows. */
    void frame(Model model, WorkingSession shown, String path, Principal user) {
        frame(
                model,
                shown.id(),
                shown.title() + " – " + congresses.title(congresses.get(shown.congress())),
                TABS,
                path);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "task", workList.taskAbout(shown.id(), user.getName()).orElse(null));
    }
}
