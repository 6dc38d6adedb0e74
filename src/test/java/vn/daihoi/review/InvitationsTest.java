package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.congress.Verdict;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class InvitationsTest {

    private static final String HOSTILE = "Phòng 2; tầng 3, \"A\" \\n END:VEVENT\r\nBEGIN:VEVENT\r\nUID:khac";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WorkingSessions sessions;

    @Autowired
    private Invitations invitations;

    private SessionWard at;

    @BeforeEach
    void aSession() {
        at = new SessionWard(context);
    }

    @Test
    void itKeepsItsNameCountsItsChangesAndCallsItselfOff() {
        assertThat(invitations.exists(at.now())).isFalse();
        at.scheduled();
        var first = invitations.of(at.now());
        assertThat(lines(first))
                .contains("METHOD:PUBLISH", "UID:" + at.session + "@daihoi", "SEQUENCE:0", "STATUS:CONFIRMED")
                .contains("TZID:Asia/Ho_Chi_Minh", "TZOFFSETTO:+0700")
                .anyMatch(line -> line.startsWith("DTSTART;TZID=Asia/Ho_Chi_Minh:") && line.endsWith("T080000"))
                .anyMatch(line -> line.startsWith("DTEND;TZID=Asia/Ho_Chi_Minh:") && line.endsWith("T113000"));
        assertThat(first).as("offices, not accounts").doesNotContain(at.head, at.member);

        var tomorrow = at.at(at.today.plusDays(1), "Phòng " + at.ward.id);
        assertThat(sessions.move(at.session, tomorrow, "Bận", at.above)).isEqualTo(Verdict.done());
        assertThat(lines(invitations.of(at.now())))
                .contains("METHOD:PUBLISH", "UID:" + at.session + "@daihoi", "SEQUENCE:1");

        at.settled();
        assertThat(sessions.withdraw(at.session, "Hoãn", at.above)).isEqualTo(Verdict.done());
        assertThat(lines(invitations.of(at.now())))
                .contains("METHOD:CANCEL", "UID:" + at.session + "@daihoi", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void whatWasTypedAsARoomStaysARoom() {
        assertThat(sessions.schedule(at.session, at.schedule(at.at(at.today, HOSTILE)), at.above))
                .isEqualTo(Verdict.done());
        var file = invitations.of(at.now());

        assertThat(Biweekly.parse(file).all()).singleElement().satisfies(calendar -> assertThat(calendar.getEvents())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUid().getValue()).isEqualTo(at.session + "@daihoi");
                    assertThat(event.getLocation().getValue())
                            .isEqualTo(at.now().room())
                            .contains("Phòng 2; tầng 3, \"A\"");
                }));
    }

    /** Its lines, those that were folded put together again. */
    private static List<String> lines(String file) {
        return file.replace("\r\n ", "").lines().toList();
    }
}
