package vn.daihoi.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one login page. */
@Controller
class LoginPage {

    private final ObjectProvider<DemoAccounts> demo;

    LoginPage(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo;
    }

    @GetMapping("/dang-nhap")
    String show(
            @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wished,
            @RequestParam(name = "sai", required = false) @Nullable String wrong,
            @RequestParam(name = "hetHan", required = false) @Nullable String expired,
            @RequestParam(name = "daThoat", required = false) @Nullable String loggedOut,
            Model model) {
        String path = ReturnPath.orHome(wished);
        if (Person.of(SecurityContextHolder.getContext().getAuthentication()) != null) {
            return "redirect:" + path;
        }
        model.addAttribute("wished", path);
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("loggedOut", loggedOut != null);
        DemoAccounts accounts = demo.getIfAvailable();
        if (accounts != null) {
            model.addAttribute("demo", accounts);
        }
        return "dang-nhap";
    }
}
