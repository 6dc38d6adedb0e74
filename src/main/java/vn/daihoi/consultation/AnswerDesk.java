package vn.daihoi.consultation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/** What the answer desk shows: the clusters that are left, one after the other, and how far the work has come. */
@Service
public class AnswerDesk {

    /** Clusters on a page of the list. */
    public static final int PAGE = 40;

    /** Nothing is counted further than this; beyond it there are "more than". */
    public static final int COUNTED = 1000;

    private final DeskStore store;
    private final ClauseNames names;
    private final Members members;
    private final Clock clock;

    AnswerDesk(DeskStore store, ClauseNames names, Members members, Clock clock) {
        this.store = store;
        this.names = names;
        this.members = members;
        this.clock = clock;
    }

    /** Which part of the answers somebody works on. */
    public enum Layer {
        /** What the editors propose. */
        PROPOSAL,
        /** What the committee decides. */
        DECISION
    }

    /** Which clusters are shown. */
    public enum Show {
        /** Those that lack the layer one works on. */
        UNANSWERED("chua-tra-loi", "Chưa trả lời"),
        /** Those that need to be talked over. */
        CONTESTED("can-thao-luan", "Cần thảo luận"),
        /** Those one looks after. */
        MINE("cua-toi", "Của tôi"),
        /** Those with a proposal that wait for the decision. */
        PROPOSED("da-de-xuat", "Đã đề xuất"),
        /** Those that are decided. */
        DECIDED("da-quyet-dinh", "Đã quyết định"),
        /** All. */
        ALL("tat-ca", "Tất cả");

        private final String key;
        private final String title;

        Show(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /** How addresses name it. */
        public String key() {
            return key;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }

    /** In which order. */
    public enum Order {
        /** As the clauses stand in the draft. */
        CLAUSE("doan", "Theo vị trí trong dự thảo"),
        /** What most people say comes first. */
        SIZE("cum", "Theo số ý kiến trong cụm"),
        /** By the groups that speak. */
        GROUP("nhom", "Theo nhóm góp ý");

        private final String key;
        private final String title;

        Order(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /** How addresses name it. */
        public String key() {
            return key;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }

    /**
     * What somebody wants to see.
     *
     * @param show which clusters
     * @param order in which order
     * @param group only with comments of this group, null for all
     * @param clause only about this clause, null for all
     * @param words in the beginning of the comment that stands for the cluster, whatever the accents, or the code of a
     *     comment; empty for all
     */
    public record View(Show show, Order order, @Nullable SourceGroup group, @Nullable Long clause, String words) {}

    /**
     * A clause.
     *
     * @param position from 1, 0 for the draft as a whole
     * @param name by the labels it lies below
     * @param text without the label
     */
    public record Place(int position, String name, String text) {}

    /** A cluster as the list shows it. */
    public record Row(Cluster cluster, CommentType type, Place place) {}

    /**
     * A page of the list.
     *
     * @param rows in their order
     * @param next the cluster behind which the next page begins, null for the last page
     */
    public record Page(List<Row> rows, @Nullable Long next) {}

    /**
     * How far the work has come.
     *
     * @param open clusters that lack the layer, at most one more than {@link #COUNTED}
     * @param whole all clusters, at most one more than {@link #COUNTED}
     */
    public record Progress(int open, int whole) {

        /** "12", or "hơn 1.000". */
        public String openInWords() {
            return open > COUNTED ? "hơn 1.000" : String.valueOf(open);
        }

        /** Whether both were counted to the end. */
        public boolean exact() {
            return whole <= COUNTED;
        }
    }

    /** A page of the list, behind this cluster or from the beginning. */
    public Page page(Round round, View view, Layer layer, String user, @Nullable Long after) {
        var from = after == null
                ? null
                : store.find(round.id(), after).map(DeskStore.Listed::cluster).orElse(null);
        var found = store.list(round.id(), view, position(round, view), layer, null, user, from, PAGE + 1);
        var rows = found.stream().limit(PAGE).map(one -> row(round, one)).toList();
        return new Page(rows, found.size() > PAGE ? rows.get(PAGE - 1).cluster().id() : null);
    }

    /** The next cluster of a view that lacks the layer: behind this one, else from the beginning; this one never. */
    public Optional<Row> next(Round round, View view, Layer layer, String user, Cluster from) {
        return Stream.of(Optional.of(from), Optional.<Cluster>empty())
                .flatMap(
                        after -> store
                                .list(
                                        round.id(),
                                        view,
                                        position(round, view),
                                        layer,
                                        layer,
                                        user,
                                        after.orElse(null),
                                        2)
                                .stream())
                .filter(one -> one.cluster().id() != from.id())
                .findFirst()
                .map(one -> row(round, one));
    }

    /** One cluster. */
    public Optional<Row> row(Round round, long cluster) {
        return store.find(round.id(), cluster).map(one -> row(round, one));
    }

    /** How far the work on a layer has come. */
    public Progress progress(Round round, Layer layer) {
        return store.progress(round.id(), layer);
    }

    /** A clause of the round's version. */
    public Place place(Round round, long clause) {
        return names.place(round, clause);
    }

    /** Who may be given clusters to look after. */
    public List<String> owners(Round round) {
        return members.holders(round.ward(), Role.EDITOR, VietnamTime.today(clock));
    }

    private int position(Round round, View view) {
        return view.clause() == null ? 0 : names.place(round, view.clause()).position();
    }

    private Row row(Round round, DeskStore.Listed one) {
        return new Row(
                one.cluster(), one.type(), names.place(round, one.cluster().clauseId()));
    }
}
