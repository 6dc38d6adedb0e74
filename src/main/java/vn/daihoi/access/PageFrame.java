package vn.daihoi.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.daihoi.engine.RoleGroups.Use;

/** Gives every page what the frame round it shows: who is signed in and where that person may go. */
@ControllerAdvice
class PageFrame {

    private final Audience audience;

    PageFrame(Audience audience) {
        this.audience = audience;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame() {
        // not a Principal parameter: on an error page the request no longer carries one
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Person person = Person.of(authentication);
        if (person == null) {
            return null;
        }
        var uses = audience.usesOf(person.groups());
        return new Frame(
                person.displayName(),
                uses.contains(Use.STAFF),
                uses.contains(Use.SUPERVISOR) || uses.contains(Use.PROCESS_OWNER),
                uses.contains(Use.ADMINISTRATOR),
                uses.contains(Use.PROCESS_OWNER));
    }

    /**
     * Whether the page stands inside another one, such as a tab of Tasklist, and needs no header of its own. Browsers
     * say so for every page they load into a frame; {@code khung} says it where they don't.
     */
    @ModelAttribute("slim")
    boolean slim(HttpServletRequest request) {
        return request.getParameter("khung") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** What the header offers to a signed-in person. */
    public record Frame(String name, boolean tasks, boolean cockpit, boolean organisation, boolean versions) {}
}
