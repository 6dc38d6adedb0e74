package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.support.IntegrationTest;

/** The staff of a ward print its poster; nobody else does. */
@IntegrationTest
class PosterOverHttpTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void theStaffOfTheWardPrintAPosterThatLeadsToThePublicPage() throws Exception {
        var ward = RoundWard.open(context, "Mục tiêu");
        var other = RoundWard.open(context, "Mục tiêu");
        var path = "/lay-y-kien/" + ward.round + "/ap-phich.pdf";

        var file = Session.signIn(port, ward.office).download(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains("application/pdf");
        try (var document = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Đảng bộ phường " + ward.id, "http://localhost:" + port + "/gop-y/" + ward.slug);
        }
        assertThat(Session.signIn(port, other.office).get(path).statusCode()).isEqualTo(404);
    }
}
