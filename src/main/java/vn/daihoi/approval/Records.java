package vn.daihoi.approval;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellBoard;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.Documents;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.TableWriter;
import vn.daihoi.document.word.TableWriter.Cell;
import vn.daihoi.document.word.TableWriter.Column;
import vn.daihoi.document.word.TableWriter.Row;
import vn.daihoi.organisation.Units;

/** Small papers drawn up from what was recorded: the adoption by the executive committee, the congresses of the cells. */
@Component
class Records {

    private static final List<Column> MEETINGS = List.of(
            new Column("TT", 5, true),
            new Column("Ngày họp", 13, true),
            new Column("Triệu tập", 10, true),
            new Column("Có mặt", 10, true),
            new Column("Biên bản số", 14, false),
            new Column("Kết quả", 18, false),
            new Column("Văn kiện và phiên bản", 30, false));
    private static final List<Column> CELLS = List.of(
            new Column("TT", 6, true),
            new Column("Chi bộ", 44, false),
            new Column("Ngày tổ chức", 20, true),
            new Column("Kết quả", 30, false));
    // who signs is a body, never a person: domain study §2.10 (QĐ 399, HD 05-HD/VPTW as cited there)
    private static final List<String> SIGNATURE = List.of("T/M ĐẢNG ỦY", "BÍ THƯ");

    private final Adoptions adoptions;
    private final CellBoard cells;
    private final Congresses congresses;
    private final Documents documents;
    private final Units units;
    private final TableWriter tables;

    Records(
            Adoptions adoptions,
            CellBoard cells,
            Congresses congresses,
            Documents documents,
            Units units,
            TableWriter tables) {
        this.adoptions = adoptions;
        this.cells = cells;
        this.congresses = congresses;
        this.documents = documents;
        this.units = units;
        this.tables = tables;
    }

    /** The meetings of the executive committee about the documents; there once one of them holds. */
    SystemItems.Supply adoption(Dossier dossier, List<Document> all, Map<String, Integer> signed) {
        var standing = signed.isEmpty() ? adoptions.standing(dossier.congress()) : adopting(dossier.congress(), signed);
        if (standing.isEmpty()) {
            return SystemItems.Supply.lacking("Ban Chấp hành chưa thông qua phiên bản mới nhất của mọi văn kiện.");
        }
        var titles = all.stream().collect(Collectors.toMap(Document::id, Document::title));
        return SystemItems.Supply.of(
                List.of(new Piece(
                        "Kết quả thông qua văn kiện" + FileType.DOCX.ending(),
                        "Biên bản số " + standing.get().minutesNumber() + " ngày "
                                + VietnamTime.day(standing.get().heldOn()),
                        out -> table(
                                dossier,
                                "adoption",
                                "KẾT QUẢ THÔNG QUA VĂN KIỆN TẠI BAN CHẤP HÀNH",
                                null,
                                MEETINGS,
                                adoptions.ofCongress(dossier.congress()).stream()
                                        .map(meeting -> row(meeting, titles))
                                        .toList(),
                                out))),
                "");
    }

    /** The last meeting that adopted what was signed, whatever was published since. */
    private Optional<Adoptions.Adoption> adopting(String congress, Map<String, Integer> signed) {
        return adoptions.ofCongress(congress).stream()
                .filter(meeting -> meeting.adopted() && meeting.versions().equals(signed))
                .reduce((earlier, later) -> later);
    }

    private static Row row(Adoptions.Adoption meeting, Map<String, String> titles) {
        return cells(
                String.valueOf(meeting.number()),
                VietnamTime.day(meeting.heldOn()),
                String.valueOf(meeting.convened()),
                String.valueOf(meeting.present()),
                meeting.minutesNumber(),
                meeting.adopted() ? "Thông qua" : "Chưa thông qua: " + meeting.reason(),
                meeting.versions().entrySet().stream()
                        .map(one ->
                                titles.getOrDefault(one.getKey(), "Văn kiện khác") + ", phiên bản " + one.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    /** How the congresses of the cells went, as of now. */
    SystemItems.Supply cells(Dossier dossier) {
        var report = cells.report(congresses.get(dossier.congress()));
        if (report.done() == 0) {
            return SystemItems.Supply.lacking("Chưa có chi bộ nào được chuẩn y kết quả đại hội.");
        }
        // what is complete stays as it is: then the paper is the same each time the dossier is sent
        var counted = report.done() + "/" + report.total() + " chi bộ đã tổ chức"
                + (report.complete() ? "" : ", tính đến " + VietnamTime.moment(report.asOf()));
        return SystemItems.Supply.of(
                List.of(new Piece(
                        "Kết quả đại hội các chi bộ" + FileType.DOCX.ending(),
                        counted,
                        out -> table(
                                dossier,
                                "cells",
                                "KẾT QUẢ ĐẠI HỘI CÁC CHI BỘ TRỰC THUỘC",
                                counted + ".",
                                CELLS,
                                numbered(report.parts()),
                                out))),
                "");
    }

    private static List<Row> numbered(List<Stream.Part> parts) {
        var rows = new ArrayList<Row>();
        for (var part : parts) {
            var held = part.heldOn();
            rows.add(cells(
                    String.valueOf(rows.size() + 1),
                    part.name(),
                    held == null ? "" : VietnamTime.day(held),
                    part.state()));
        }
        return rows;
    }

    private void table(
            Dossier dossier,
            String paper,
            String title,
            @Nullable String sentence,
            List<Column> columns,
            List<Row> rows,
            OutputStream out)
            throws IOException {
        var clauses = new ArrayList<Clause>();
        clauses.add(clause(ClauseKind.TITLE, title));
        clauses.add(clause(ClauseKind.TITLE, congresses.title(congresses.get(dossier.congress()))));
        if (sentence != null) {
            clauses.add(clause(ClauseKind.PARAGRAPH, sentence));
        }
        var sheet = new Sheet(
                paper + "-" + dossier.id(),
                0,
                units.nameOf(dossier.superior()),
                units.committeeOf(dossier.ward()),
                null,
                "",
                null,
                null,
                List.of(),
                SIGNATURE,
                clauses);
        tables.write(sheet, documents.types().get(0).format(), columns, rows::forEach, out);
    }

    private static Row cells(String... texts) {
        return new Row.Cells(
                Arrays.stream(texts).map(text -> new Cell("", text)).toList());
    }

    private static Clause clause(ClauseKind kind, String text) {
        return new Clause(Clause.NO_ID, kind, 0, "", text, List.of());
    }
}
