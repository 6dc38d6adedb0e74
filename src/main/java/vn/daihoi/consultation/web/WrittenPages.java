package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Conferences;
import vn.daihoi.consultation.Place;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.web.EntryDesk.Typed;

/** Letters with opinions, typed in by the office. */
@Controller
class WrittenPages {

    private static final String PATH = "/lay-y-kien/{id}/van-ban";

    private final Rounds rounds;
    private final Conferences conferences;
    private final RoundDesk desk;
    private final EntryDesk entries;

    WrittenPages(Rounds rounds, Conferences conferences, RoundDesk desk, EntryDesk entries) {
        this.rounds = rounds;
        this.conferences = conferences;
        this.desk = desk;
        this.entries = entries;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String id,
            @RequestParam(name = "doan", defaultValue = "0") long clause,
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        return show(run(id, user), Typed.nothing(clause), words, page, model, user);
    }

    private String show(Round round, Typed typed, String words, int page, Model model, Principal user) {
        int all = conferences.written(round.id());
        int here = EntryDesk.page(page, all);
        desk.frame(model, round, "/van-ban", user);
        entries.form(model, round, typed, words, List.of(SourceGroup.values()));
        entries.list(model, conferences.written(round.id(), here * EntryDesk.PAGE, EntryDesk.PAGE), here, all);
        model.addAttribute("invitees", rounds.invitees(round.id()));
        model.addAttribute("closed", conferences.closed(round, Channel.WRITTEN));
        model.addAttribute("closes", round.closesAt() == null ? null : VietnamTime.moment(round.closesAt()));
        return "consultation/written";
    }

    /** A refused opinion is answered with the page itself, so that nothing typed is lost. */
    @PostMapping(PATH)
    ModelAndView add(
            @PathVariable String id,
            @RequestParam(name = "phieu") String form,
            @RequestParam(name = "doan", defaultValue = "0") long clause,
            @RequestParam(name = "trich", defaultValue = "") String quote,
            @RequestParam(name = "loai", required = false) @Nullable CommentType type,
            @RequestParam(name = "noi-dung", defaultValue = "") String text,
            @RequestParam(name = "nhom", required = false) @Nullable SourceGroup source,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            Model model,
            Principal user,
            RedirectAttributes flash) {
        var round = run(id, user);
        var typed = new Typed(form, clause, quote, type, text, source, unit);
        var verdict = Verdict.despiteRaces(() -> add(round, typed, user));
        if (verdict instanceof Verdict.Refused refused) {
            model.addAttribute("refusal", refused.message());
            var page = new ModelAndView(show(round, typed, "", 0, model, user), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("message", "Đã ghi ý kiến ở vị trí " + Place.code(clause) + ".");
        flash.addAttribute("id", id);
        return new ModelAndView("redirect:" + PATH);
    }

    private Verdict add(Round round, Typed typed, Principal user) {
        var said = typed.said();
        if (said == null) {
            return Verdict.refused("type", "Phải chọn “Loại ý kiến”.");
        }
        var source = typed.source();
        if (source == null) {
            return Verdict.refused("source", "Phải chọn “Nhóm”.");
        }
        var unit = typed.unit().isEmpty() ? null : typed.unit();
        return conferences.addWritten(round.id(), source, unit, List.of(said), typed.form(), user.getName());
    }

    private Round run(String id, Principal user) {
        var round = desk.asking(id, user);
        if (!rounds.mayRun(user.getName(), round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return round;
    }
}
