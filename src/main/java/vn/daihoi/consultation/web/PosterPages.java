package vn.daihoi.consultation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.report.Poster;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;

/** The poster of a round, for the ward's staff to print. */
@Controller
class PosterPages {

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Units units;
    private final Poster poster;
    private final PublicIntake.Address address;

    PosterPages(RoundDesk desk, Rounds rounds, Units units, Poster poster, PublicIntake.Address address) {
        this.desk = desk;
        this.rounds = rounds;
        this.units = units;
        this.poster = poster;
        this.address = address;
    }

    @GetMapping("/lay-y-kien/{id}/ap-phich.pdf")
    void poster(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var round = desk.visible(id, user);
        var closes = round.closesAt();
        if (round.slug() == null || closes == null || !round.channels().contains(Channel.PUBLIC_PAGE)) {
            throw RoundDesk.notFound();
        }
        var content = new Poster.Content(
                units.find(round.ward()).map(Unit::name).orElse(""),
                rounds.title(round),
                VietnamTime.moment(closes),
                round.questions(),
                address.of(
                        "/gop-y/" + round.slug(),
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
        // written as a whole first: what goes wrong in the middle must not end in half a file
        var bytes = new ByteArrayOutputStream();
        poster.write(content, bytes);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(bytes.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"ap-phich.pdf\"");
        bytes.writeTo(response.getOutputStream());
    }
}
