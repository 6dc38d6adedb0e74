package vn.daihoi.audit.web;

import java.security.Principal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.audit.AuditChain;
import vn.daihoi.audit.AuditCheckpoints;
import vn.daihoi.audit.ChainState.Broken;
import vn.daihoi.audit.ChainState.Fault;
import vn.daihoi.audit.ChainState.Intact;

/** The state of the audit log for those who answer for the work, and for the administrator, who reads no content. */
@Controller
class AuditPages {

    private static final Logger LOG = LoggerFactory.getLogger(AuditPages.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");
    private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");

    private final AuditChain chain;
    private final AuditCheckpoints checkpoints;
    private final Clock clock;

    AuditPages(AuditChain chain, AuditCheckpoints checkpoints, Clock clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    @GetMapping("/nhat-ky")
    String show(Model model) {
        var head = chain.head();
        model.addAttribute("count", number(head.position()));
        model.addAttribute("head", head);
        checkpoints.last().ifPresent(last -> {
            model.addAttribute("noted", last.head());
            model.addAttribute("notedAt", moment(last.at()));
        });
        return "audit/chain";
    }

    @PostMapping("/nhat-ky/kiem-tra")
    String check(Principal user, RedirectAttributes flash) {
        var state = chain.verify();
        if (state instanceof Intact intact) {
            checkpoints.note(intact, user.getName());
            flash.addFlashAttribute(
                    "message",
                    "Nhật ký nguyên vẹn: " + number(intact.right()) + " mục, kiểm tra lúc " + moment(clock.instant())
                            + ".");
        } else {
            LOG.error("The audit chain is broken: {}", state);
            flash.addFlashAttribute("fault", sentence((Broken) state));
            flash.addFlashAttribute("checkedAt", moment(clock.instant()));
        }
        return "redirect:/nhat-ky";
    }

    private String sentence(Broken broken) {
        var before = number(broken.right()) + " mục đầu nguyên vẹn. ";
        var row = broken.row();
        if (row != null) {
            return before + "Mục " + row.id() + " (lúc " + moment(row.at()) + ", " + row.action() + ", " + row.subject()
                    + ") " + broken.fault().title() + ".";
        }
        return before
                + (broken.fault() == Fault.CUT_OFF
                        ? "Từ vị trí " + broken.position() + " nhật ký "
                        : "Mục ở vị trí " + broken.position() + " ")
                + broken.fault().title() + ".";
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(VIETNAM).format(number);
    }
}
