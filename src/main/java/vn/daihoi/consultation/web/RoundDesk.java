package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.congress.web.RecordDesk;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.organisation.Members;

/** What all staff pages of a round need: the round or "not found", its heading and tabs, and an answer to a deed. */
@Component
class RoundDesk extends RecordDesk {

    private static final List<Tab> TABS = List.of(
            new Tab("", "Tổng quan"),
            new Tab("/tien-do", "Tiến độ"),
            new Tab("/kiem-duyet", "Kiểm duyệt"),
            new Tab("/cum", "Cụm ý kiến"),
            new Tab("/ban-xu-ly", "Bàn xử lý"),
            new Tab("/doi-chieu", "Đối chiếu"),
            new Tab("/bao-cao", "Báo cáo"));

    /** What makes sense only where people were asked. */
    private static final Set<String> ASKING = Set.of("/tien-do", "/kiem-duyet");

    private final Rounds rounds;

    RoundDesk(Rounds rounds, Members members) {
        super(members);
        this.rounds = rounds;
    }

    /** A round this person may see; one of another ward answers like one that doesn't exist. */
    Round visible(String id, Principal user) {
        return rounds.visible(id, user.getName()).orElseThrow(RecordDesk::notFound);
    }

    /** A round in which people are asked; one of the superior has no such pages. */
    Round asking(String id, Principal user) {
        var round = visible(id, user);
        if (round.ofSuperior()) {
            throw notFound();
        }
        return round;
    }

    /** A round on whose answers this person may work: an editor, or the secretary who decides. */
    Round editable(String id, Principal user) {
        var round = visible(id, user);
        if (!rounds.mayEdit(user.getName(), round) && !rounds.mayDecide(user.getName(), round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return round;
    }

    /** What consultation/parts :: head shows, and what this person may do in the round. */
    void frame(Model model, Round round, String path, Principal user) {
        var title = rounds.title(round);
        var tabs = TABS.stream()
                .filter(tab -> !round.ofSuperior() || !ASKING.contains(tab.path()))
                .toList();
        frame(model, round.id(), title, tabs, path);
        model.addAttribute("round", round);
        model.addAttribute("roundTitle", title);
        model.addAttribute("mayEdit", rounds.mayEdit(user.getName(), round));
        model.addAttribute("mayDecide", rounds.mayDecide(user.getName(), round));
        model.addAttribute("mayRun", rounds.mayRun(user.getName(), round));
    }
}
