package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class AnchorsTest {

    private static final String BUDGET =
            "Thu ngân sách trên địa bàn phường phấn đấu tăng bình quân mười phần trăm mỗi năm trong cả nhiệm kỳ.";
    private static final String MARKET =
            "Sắp xếp lại chợ dân sinh, chấm dứt lấn chiếm lòng đường; lắp camera an ninh tại các ngõ và cổng trường học, giao"
                    + " công an phường chủ trì cùng ban bảo vệ dân phố tuần tra ban đêm ở những nơi thường mất trật tự.";
    private static final String REVISED_MARKET =
            MARKET.replace("chấm dứt lấn chiếm lòng đường", "xóa điểm kinh doanh tự phát");
    private static final String CULTURE =
            "Mỗi khu phố có một thiết chế văn hóa đạt chuẩn, duy trì các câu lạc bộ văn nghệ quần chúng hoạt động đều.";
    private static final String PARTY =
            "Kết nạp từ ba mươi đảng viên mới trở lên mỗi năm, quan tâm phát triển đảng viên trong khu vực ngoài nhà nước.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Anchors anchors;

    @Autowired
    private JdbcClient jdbc;

    private RoundWard ward() {
        return RoundWard.open(context, BUDGET, MARKET, CULTURE, PARTY);
    }

    private Map<String, Object> anchor(long comment, int version) {
        return jdbc.sql("select * from comment_anchor where comment = ? and version_number = ?")
                .params(comment, version)
                .query()
                .singleRow();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    @Test
    void whenAVersionIsPublishedEveryCommentHasItsPlaceInIt() {
        var ward = ward();
        var planted = new Planted(ward, context);
        var whole = planted.comment(0, CommentType.OTHER, "Dự thảo nên ngắn hơn", "");
        var kept = planted.comment(1, CommentType.AMEND, "Tăng cao hơn", "mười phần trăm");
        var gone = planted.comment(2, CommentType.AMEND, "Làm sớm", "chấm dứt lấn chiếm lòng đường");
        var still = planted.comment(2, CommentType.AMEND, "Lắp thêm", "lắp camera an ninh tại các ngõ");
        var moved = planted.comment(3, CommentType.ADD, "Thêm sân chơi", "thiết chế văn hóa");

        ward.publish(CULTURE, BUDGET, REVISED_MARKET, PARTY);

        assertThat(anchor(whole, 2)).containsEntry("outcome", "APPLIES").containsEntry("confidence", 1f);
        assertThat(anchor(kept, 2)).containsEntry("outcome", "APPLIES").containsEntry("clause_id", 1L);
        assertThat(anchor(still, 2)).containsEntry("outcome", "APPLIES").containsEntry("clause_id", 2L);
        assertThat(anchor(gone, 2)).containsEntry("outcome", "DISSOLVED").containsEntry("clause_id", null);
        assertThat(anchor(moved, 2)).containsEntry("outcome", "MOVED").containsEntry("clause_id", 3L);
    }

    @Test
    void aPersonSettlesWhatIsUnsureAndThatStays() {
        var ward = ward();
        var planted = new Planted(ward, context);
        var comments = new ArrayList<Long>();
        for (int number = 0; number < 4; number++) {
            comments.add(planted.comment(2, CommentType.AMEND, "Ý kiến " + number, "ngõ và cổng trường"));
        }
        ward.publish(BUDGET, MARKET.replace("ngõ và cổng trường học", "ngõ, trước cổng trường"), CULTURE, PARTY);
        unsure(ward, 2);
        assertThat(anchors.look(ward.round, null, "", 0, 10).orElseThrow().asked())
                .extracting(Anchors.Asked::comment)
                .isEqualTo(comments);
        assertThat(anchors.look(ward.round, comments.get(1), "van hoa dat chuan", 0, 10)
                        .orElseThrow()
                        .asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.choices())
                        .extracting(clause -> clause.id())
                        .containsExactly(3L));

        done(anchors.confirm(ward.round, List.of(comments.get(0)), 2, ward.editor));
        done(anchors.choose(ward.round, comments.get(1), 3, 2, ward.editor));
        done(anchors.dissolve(ward.round, comments.get(2), 2, ward.editor));
        // the same again, by the same and by another
        done(anchors.dissolve(ward.round, comments.get(2), 2, ward.editor));
        assertThat(refusal(anchors.choose(ward.round, comments.get(2), 1, 2, ward.secondEditor)))
                .contains("Tài khoản " + ward.editor, "đã xác nhận lúc");
        refusal(anchors.choose(ward.round, comments.get(3), 99, 2, ward.editor));
        refusal(anchors.confirm(ward.round, List.of(), 2, ward.editor));
        refusal(anchors.confirm(ward.round, List.of(999_999L), 2, ward.editor));

        ward.publish(BUDGET, CULTURE, PARTY);

        assertThat(anchor(comments.get(1), 2))
                .containsEntry("outcome", "MOVED")
                .containsEntry("clause_id", 3L)
                .containsEntry("settled_by", ward.editor);
        assertThat(anchor(comments.get(1), 3)).containsEntry("outcome", "MOVED").containsEntry("clause_id", 3L);
        assertThat(anchor(comments.get(2), 3))
                .containsEntry("outcome", "DISSOLVED")
                .containsEntry("confidence", 1f);
        assertThat(refusal(anchors.confirm(ward.round, List.of(comments.get(3)), 2, ward.editor)))
                .contains("phiên bản 3");
    }

    /** Makes all places of a version unsure, whatever the method thinks of them. */
    private void unsure(RoundWard ward, int version) {
        jdbc.sql(
                        """
                        update comment_anchor set confidence = 0.6 where version_number = ?
                        and comment in (select id from comment where round = ?)""")
                .params(version, ward.round)
                .update();
    }

    @Test
    void onlyEditorsSettle() {
        var ward = ward();
        var comment = new Planted(ward, context).comment(2, CommentType.AMEND, "Ý kiến", "");
        ward.publish(BUDGET, REVISED_MARKET, CULTURE, PARTY);
        unsure(ward, 2);

        for (var user :
                Stream.of(ward.office, ward.secretary, ward.front, "admin").toList()) {
            assertThat(refusal(anchors.confirm(ward.round, List.of(comment), 2, user)))
                    .contains("Chỉ tổ biên tập");
            refusal(anchors.choose(ward.round, comment, 1, 2, user));
            refusal(anchors.dissolve(ward.round, comment, 2, user));
        }
        ward.status(RoundStatus.WITHDRAWN);
        refusal(anchors.confirm(ward.round, List.of(comment), 2, ward.editor));
    }

    @Test
    void aCommentThatCameAfterTheVersionGetsItsPlaceWhenSomebodyLooks() {
        var ward = ward();
        var planted = new Planted(ward, context);
        assertThat(anchors.look(ward.round, null, "", 0, 10)).isEmpty();
        ward.publish(BUDGET, REVISED_MARKET, CULTURE, PARTY);
        var late = planted.comment(1, CommentType.AMEND, "Đến sau", "");

        assertThat(anchors.look(ward.round, null, "", 0, 10)
                        .orElseThrow()
                        .counts()
                        .applies())
                .isEqualTo(1);
        assertThat(anchor(late, 2)).containsEntry("clause_id", 1L);
    }

    @Test
    void twentyThousandCommentsGetTheirPlaces() {
        var ward = ward();
        new Planted(ward, context).comment(2, CommentType.AMEND, "Ý kiến", "cổng trường học");
        jdbc.sql(
                        """
                        insert into comment (round, source, channel, clause_id, quote, type, text, origin, received_at)
                        select round, source, channel, 1 + n % 4, quote, type, text || n, origin || n, received_at
                        from comment, generate_series(1, 19999) n where round = :round""")
                .param("round", ward.round)
                .update();

        ward.publish(BUDGET, REVISED_MARKET, CULTURE, PARTY);

        var counts = anchors.look(ward.round, null, "", 0, 10).orElseThrow().counts();
        assertThat(counts.applies() + counts.moved() + counts.dissolved()).isEqualTo(20_000);
    }
}
