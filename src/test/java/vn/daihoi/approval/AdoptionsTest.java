package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.Adoptions.Meeting;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressPlan;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.support.IntegrationTest;
import vn.daihoi.support.Publication;

/** What the executive committee adopts: which versions, by how many, and for how long it holds. */
@IntegrationTest
class AdoptionsTest {

    private static final String RULES = "CT45-2025";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Congresses congresses;

    @Autowired
    private Documents documents;

    @Autowired
    private Versions versions;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private RoundWard ward;

    @BeforeEach
    void aPlannedCongress() {
        ward = RoundWard.open(context, "Mục tiêu chung của nhiệm kỳ.");
        var day = VietnamTime.today(clock).plusDays(90);
        done(congresses.plan(
                ward.congress, new CongressPlan(day, day, "Hội trường", Contents.FOUR, RULES, null), ward.office));
        quorum(67);
    }

    @AfterEach
    void asItWas() {
        quorum(null);
    }

    /** What the owner of the rule set fills in, or takes back. */
    private void quorum(@Nullable Integer percent) {
        jdbc.sql(
                        """
                        insert into rule_value (rule_set, parameter, number, value, basis, filled_by, filled_at)
                        select :tag, 'ADOPTION_QUORUM_PERCENT', coalesce(max(number), 0) + 1, :value, 'test', 'test', :at
                        from rule_value where rule_set = :tag and parameter = 'ADOPTION_QUORUM_PERCENT'""")
                .param("tag", RULES)
                .param("value", percent)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void publishAll() {
        for (var id : documents.openedIds(ward.congress)) {
            if (versions.latest(id).isEmpty()) {
                new Publication(context).of(id, ward.editor, "Nội dung dự thảo thứ nhất.");
            }
        }
    }

    private Meeting adopted(int convened, int present) {
        return new Meeting(VietnamTime.today(clock), convened, present, "01-BB/ĐU", true, null);
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static Verdict.Refused refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }

    private Verdict record(Meeting meeting) {
        return adoptions.record(ward.congress, meeting, ward.office);
    }

    @Test
    void whatAMeetingMustKeepTo() {
        assertThat(refused(record(adopted(15, 12))).message()).contains("chưa có phiên bản nào được công bố");
        publishAll();
        var today = VietnamTime.today(clock);
        assertThat(refused(adoptions.record(ward.congress, adopted(15, 12), ward.editor))
                        .message())
                .contains("Văn phòng");
        assertThat(refused(record(new Meeting(today.plusDays(1), 15, 12, "1", true, null)))
                        .field())
                .isEqualTo("heldOn");
        assertThat(refused(record(new Meeting(today.minusDays(1), 15, 12, "1", true, null)))
                        .message())
                .as("nobody adopts what wasn't there yet")
                .contains("“Ngày họp”", "trước ngày công bố");
        assertThat(refused(record(adopted(0, 0))).field()).isEqualTo("convened");
        assertThat(refused(record(adopted(15, 16))).field()).isEqualTo("present");
        assertThat(refused(record(new Meeting(today, 15, 12, " ", true, null))).field())
                .isEqualTo("minutesNumber");
        assertThat(refused(record(new Meeting(today, 15, 12, "1", false, " "))).field())
                .isEqualTo("reason");
        assertThat(refused(record(adopted(15, 10))).message()).contains("10/15", "67%");
        quorum(null);
        assertThat(refused(record(adopted(15, 15))).message()).contains("Tỷ lệ cấp ủy viên");
        assertThat(adoptions.ofCongress(ward.congress)).as("nothing was kept").isEmpty();
    }

    @Test
    void itHoldsForTheVersionsThatWerePutBeforeItAndNoOthers() {
        publishAll();
        var today = VietnamTime.today(clock);
        done(record(new Meeting(today, 15, 13, "01-BB/ĐU", false, "Chỉ tiêu chưa rõ.")));
        assertThat(adoptions.standing(ward.congress)).isEmpty();
        done(record(new Meeting(today, 15, 11, "02-BB/ĐU", true, null)));
        done(record(new Meeting(today, 15, 11, "02-BB/ĐU", true, null)));
        assertThat(refused(record(new Meeting(today, 15, 12, "02-BB/ĐU", true, null)))
                        .message())
                .contains("“Số biên bản” 02-BB/ĐU đã được");

        assertThat(adoptions.ofCongress(ward.congress)).hasSize(2);
        assertThat(adoptions.standing(ward.congress)).hasValueSatisfying(one -> {
            assertThat(one.number()).isEqualTo(2);
            assertThat(one.versions())
                    .hasSize(documents.openedIds(ward.congress).size())
                    .containsEntry(ward.document, 1);
        });
        assertThat(audit.of("congress:" + ward.congress).stream()
                        .map(one -> one.entry().action()))
                .containsOnlyOnce("DOCUMENTS_NOT_ADOPTED", "DOCUMENTS_ADOPTED");

        ward.publish("Mục tiêu chung của nhiệm kỳ được nâng lên.");
        assertThat(adoptions.standing(ward.congress))
                .as("a version published afterwards wants another meeting")
                .isEmpty();
        assertThat(refused(record(new Meeting(today, 15, 11, "02-BB/ĐU", true, null)))
                        .message())
                .as("the former meeting doesn't do for it")
                .contains("“Số biên bản” 02-BB/ĐU đã được");
        assertThatThrownBy(() -> jdbc.sql("update adoption set present = 15 where congress = ?")
                        .param(ward.congress)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from adoption_document where congress = ?")
                        .param(ward.congress)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofTwoPeopleAtOnceOneRecordsTheMeeting() {
        publishAll();
        var first = CompletableFuture.supplyAsync(() -> record(adopted(15, 12)));
        var second = CompletableFuture.supplyAsync(() -> record(adopted(15, 13)));
        assertThat(List.of(first.join(), second.join()))
                .as("the later one is told by whom and when")
                .filteredOn(Verdict.Refused.class::isInstance)
                .hasSize(1);
        assertThat(adoptions.ofCongress(ward.congress)).hasSize(1);
    }
}
