package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.organisation.Members;

/** What all staff pages of a round need: the round or "not found", its heading and tabs, and an answer to a deed. */
@Component
class RoundDesk {

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
    private final Members members;

    RoundDesk(Rounds rounds, Members members) {
        this.rounds = rounds;
        this.members = members;
    }

    /**
     * One page of a round.
     *
     * @param path below the round's own address
     * @param label what it is called
     */
    public record Tab(String path, String label) {}

    /** A round this person may see; one of another ward answers like one that doesn't exist. */
    Round visible(String id, Principal user) {
        return rounds.visible(id, user.getName()).orElseThrow(RoundDesk::notFound);
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

    /** Puts heading and tabs of the round into the model; the template takes them with consultation/parts :: head. */
    void frame(Model model, Round round, String path, Principal user) {
        model.addAttribute("round", round);
        model.addAttribute("roundTitle", rounds.title(round));
        model.addAttribute(
                "tabs",
                TABS.stream()
                        .filter(tab -> !round.ofSuperior() || !ASKING.contains(tab.path()))
                        .toList());
        model.addAttribute("tab", path);
        model.addAttribute("mayEdit", rounds.mayEdit(user.getName(), round));
        model.addAttribute("mayDecide", rounds.mayDecide(user.getName(), round));
        model.addAttribute("mayRun", rounds.mayRun(user.getName(), round));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** "Tổ biên tập 1, 14:05 ngày 05/03/2027"; null for nobody. */
    @Nullable
    String signed(@Nullable Signed signed) {
        return signed == null ? null : members.displayName(signed.by()) + ", " + VietnamTime.moment(signed.at());
    }

    /** Does it and keeps what came of it for the next page. */
    Verdict act(RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        var verdict = attempt(deed);
        verdict.fold(
                () -> flash.addFlashAttribute("message", done), no -> flash.addFlashAttribute("refusal", no.message()));
        return verdict;
    }

    /** Does it, and tries again when somebody else was just as fast. */
    static Verdict attempt(Supplier<Verdict> deed) {
        return Verdict.despiteRaces("Vừa có người khác cập nhật vòng lấy ý kiến này. Hãy xem lại rồi thực hiện.", deed);
    }
}
