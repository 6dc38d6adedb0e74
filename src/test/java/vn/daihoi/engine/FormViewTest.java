package vn.daihoi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormViewTest {

    @Test
    void showsWhatPeopleWroteWithoutLettingItActAsMarkupOrMarkdown() {
        var view = FormView.empty().shown("reason", "<img src=x> **đậm** [bấm](http://a)");
        assertThat(view.values()).containsEntry("reason", "&lt;img src=x&gt; \\*\\*đậm\\*\\* \\[bấm\\]\\(http://a\\)");
    }

    @Test
    void showsLinesAsAListAndHidesAnEmptyOne() {
        var view = FormView.empty().shown("lines", List.of("một", "hai")).shown("none", List.of());
        assertThat(view.values()).containsExactly(java.util.Map.entry("lines", "- một\n- hai"));
    }

    @Test
    void leavesTheTextOfAFieldAsItIs() {
        assertThat(FormView.empty().with("venue", "<Hội trường>").values()).containsEntry("venue", "<Hội trường>");
    }
}
