package vn.daihoi.consultation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.daihoi.consultation.AnswerDesk.Order;
import vn.daihoi.consultation.AnswerDesk.Show;
import vn.daihoi.consultation.AnswerDesk.View;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.SourceGroup;

/** The addresses of the answer desk, each of which carries what one wants to see. */
public final class DeskAddress {

    /** Id of the part of the page that holds the cluster being answered. */
    static final String PANE = "o-tra-loi";

    /** Id of the last line of the list, in whose place more lines come. */
    static final String MORE = "xem-tiep";

    private static final int WORDS = 100;

    private final String root;
    private final View view;

    private DeskAddress(String root, View view) {
        this.root = root;
        this.view = view;
    }

    /** What one wants to see, as an address or a form says it; what makes no sense stands for nothing in particular. */
    record Wish(
            @Nullable String loc,
            @Nullable String xep,
            @Nullable String nhom,
            @Nullable String doan,
            @Nullable String tim) {}

    static DeskAddress of(Round round, Wish wish) {
        var words = wish.tim() == null ? "" : wish.tim().replace("\0", "").strip();
        return new DeskAddress(
                "/lay-y-kien/" + round.id() + "/ban-xu-ly",
                new View(
                        Arrays.stream(Show.values())
                                .filter(show -> show.key().equals(wish.loc()))
                                .findFirst()
                                .orElse(Show.UNANSWERED),
                        Arrays.stream(Order.values())
                                .filter(order -> order.key().equals(wish.xep()))
                                .findFirst()
                                .orElse(Order.CLAUSE),
                        Arrays.stream(SourceGroup.values())
                                .filter(group -> group.name().equals(wish.nhom()))
                                .findFirst()
                                .orElse(null),
                        wish.doan() != null && wish.doan().matches("\\d{1,18}") ? Long.valueOf(wish.doan()) : null,
                        words.substring(
                                0,
                                words.offsetByCodePoints(
                                        0, Math.min(WORDS, words.codePointCount(0, words.length()))))));
    }

    /** What is seen. */
    public View view() {
        return view;
    }

    /** Without anything chosen. */
    public String root() {
        return root;
    }

    /** The list. */
    public String list() {
        return address(root, null, null);
    }

    /** The list without the choice of a clause. */
    public String everywhere() {
        return new DeskAddress(root, new View(view.show(), view.order(), view.group(), null, view.words())).list();
    }

    /** The list of all there is about a clause. */
    public String about(long clause) {
        return new DeskAddress(root, new View(Show.ALL, view.order(), view.group(), clause, "")).list();
    }

    /** The list with this cluster beside it. */
    public String cluster(long cluster) {
        return address(root, "cum", cluster);
    }

    /** The list behind this cluster. */
    public String behind(long cluster) {
        return address(root, "sau", cluster);
    }

    /** Where the forms of a cluster go. */
    public String post(long cluster) {
        return root + "/cum/" + cluster;
    }

    /** More comments of a cluster. */
    public String comments(long cluster, int from) {
        return address(root + "/cum/" + cluster + "/y-kien", "tu", (long) from);
    }

    /** What a form has to send along so that one sees the same afterwards. */
    public Map<String, String> hidden() {
        var fields = new LinkedHashMap<String, String>();
        if (view.show() != Show.UNANSWERED) {
            fields.put("loc", view.show().key());
        }
        if (view.order() != Order.CLAUSE) {
            fields.put("xep", view.order().key());
        }
        var group = view.group();
        if (group != null) {
            fields.put("nhom", group.name());
        }
        var clause = view.clause();
        if (clause != null) {
            fields.put("doan", clause.toString());
        }
        if (!view.words().isEmpty()) {
            fields.put("tim", view.words());
        }
        return fields;
    }

    private String address(String path, @Nullable String name, @Nullable Long number) {
        var address = UriComponentsBuilder.fromPath(path);
        var fields = hidden();
        fields.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        if (name != null) {
            address.queryParam(name, number);
        }
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
