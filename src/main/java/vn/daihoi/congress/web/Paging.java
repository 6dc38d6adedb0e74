package vn.daihoi.congress.web;

import java.util.List;
import org.springframework.ui.Model;

/** Lists of records that are searched, and shown a page at a time. */
public final class Paging {

    private static final int PAGE = 50;
    private static final int WORDS = 200;

    private Paging() {}

    /** As much of what was typed as anybody searches for. */
    public static String words(String typed) {
        return typed.length() > WORDS ? typed.substring(0, WORDS) : typed;
    }

    /**
     * Tells the template how many were found, on how many pages, and which of these is shown.
     *
     * @param asked number of the page from 0, as it was asked for
     * @return what stands on it
     */
    public static <T> List<T> page(Model model, List<T> found, int asked) {
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(asked, 0), pages - 1);
        model.addAttribute("found", found.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return found.subList(shown * PAGE, Math.min(found.size(), (shown + 1) * PAGE));
    }
}
