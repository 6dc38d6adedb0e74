package vn.daihoi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.CellType;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.WorkingGroups.NewDecision;

/** What the demo consists of: plain data, the names are invented labels. */
final class DemoOrganisation {

    static final String CITY = "thanhuy";
    static final String DISTRICT = "quanuy";
    static final String WORKING_GROUP = "tct1";

    /** When the units begin; early enough for any congress of the term. */
    static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

    /** Districts ended with this day, and cities became the direct superiors of wards. */
    static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

    /** What formed the working group. */
    static final NewDecision FOUNDING = new NewDecision(
            "07-QĐ/TU", LAST_DAY_OF_DISTRICTS, "Ban Thường vụ Thành ủy Demo", LAST_DAY_OF_DISTRICTS.plusDays(1));

    static final List<Ward> WARDS = List.of(
            new Ward(
                    "dm",
                    "Đảng bộ phường Demo",
                    "Phường Demo",
                    List.of(
                            new Cell("Khu phố 1", CellType.RESIDENTIAL, 62),
                            new Cell("Khu phố 2", CellType.RESIDENTIAL, 58),
                            new Cell("Khu phố 3", CellType.RESIDENTIAL, 71),
                            new Cell("Khu phố 4", CellType.RESIDENTIAL, 55),
                            new Cell("Khu phố 5", CellType.RESIDENTIAL, 66),
                            new Cell("Trường Tiểu học A", CellType.SCHOOL, 21),
                            new Cell("Trường Mầm non B", CellType.SCHOOL, 14),
                            new Cell("Công an phường", CellType.POLICE, 24),
                            new Cell("Trạm Y tế", CellType.HEALTH, 9),
                            new Cell("Cơ quan phường", CellType.OFFICE, 32))),
            new Ward(
                    "mau",
                    "Đảng bộ phường Mẫu",
                    "Phường Mẫu",
                    List.of(
                            new Cell("Khu phố Bắc", CellType.RESIDENTIAL, 48),
                            new Cell("Khu phố Nam", CellType.RESIDENTIAL, 63),
                            new Cell("Khu phố Đông", CellType.RESIDENTIAL, 57),
                            new Cell("Khu phố Tây", CellType.RESIDENTIAL, 44),
                            new Cell("Khu phố Trung tâm", CellType.RESIDENTIAL, 75),
                            new Cell("Trường Tiểu học C", CellType.SCHOOL, 19),
                            new Cell("Trường Trung học cơ sở D", CellType.SCHOOL, 27),
                            new Cell("Công an phường", CellType.POLICE, 22),
                            new Cell("Trạm Y tế", CellType.HEALTH, 11),
                            new Cell("Cơ quan phường", CellType.OFFICE, 35))));

    /** Account name before the dot, its role and its title, in the order shown. */
    private static final List<Post> WARD_POSTS = List.of(
            new Post("vanphong", Role.WARD_OFFICE, "Văn phòng Đảng ủy"),
            new Post("bithu", Role.WARD_SECRETARY, "Bí thư Đảng ủy"),
            new Post("pbt", Role.WARD_DEPUTY, "Phó Bí thư Thường trực"),
            new Post("vanthu", Role.RECORDS_CLERK, "Văn thư"),
            new Post("bxd", Role.PARTY_BUILDING, "Ban Xây dựng Đảng"),
            new Post("ubkt", Role.INSPECTION, "Ủy ban Kiểm tra"),
            new Post("tuyengiao", Role.PROPAGANDA, "Tuyên giáo"),
            new Post("bientap1", Role.EDITOR, "Tổ biên tập 1"),
            new Post("bientap2", Role.EDITOR, "Tổ biên tập 2"),
            new Post("bientap3", Role.EDITOR, "Tổ biên tập 3"),
            new Post("congan", Role.POLICE, "Công an phường"),
            new Post("haucan", Role.LOGISTICS, "Tiểu ban Tổ chức phục vụ"),
            new Post("luutru", Role.ARCHIVIST, "Lưu trữ"));

    /** Account name before the dot, which is the code of the unit too, and the name of the organisation. */
    private static final List<Body> ORGANISATIONS = List.of(
            new Body("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Mặt trận Tổ quốc"),
            new Body("doantn", "Đoàn Thanh niên phường", "Đoàn Thanh niên"),
            new Body("phunu", "Hội Liên hiệp Phụ nữ phường", "Hội Phụ nữ"),
            new Body("ccb", "Hội Cựu chiến binh phường", "Hội Cựu chiến binh"),
            new Body("congdoan", "Công đoàn phường", "Công đoàn"));

    private DemoOrganisation() {}

    static NewUnit unit(
            String id,
            UnitKind kind,
            String name,
            String shortName,
            int order,
            LocalDate from,
            @Nullable String above) {
        return new NewUnit(id, kind, name, shortName, null, null, order, from, above);
    }

    /** Every account with the role it holds, grouped under the headings of the login page. */
    static Map<String, List<Holder>> holders() {
        Map<String, List<Holder>> all = new java.util.LinkedHashMap<>();
        for (var ward : WARDS) {
            var holders = new ArrayList<Holder>();
            WARD_POSTS.forEach(post -> holders.add(
                    new Holder(post.name() + "." + ward.id(), post.title(), post.role(), ward.id(), BEGIN)));
            ORGANISATIONS.forEach(body -> holders.add(new Holder(
                    body.code() + "." + ward.id(),
                    body.shortName(),
                    Role.MASS_ORGANISATION,
                    ward.id() + "." + body.code(),
                    BEGIN)));
            for (int number = 1; number <= ward.cells().size(); number++) {
                var cell = ward.cells().get(number - 1);
                holders.add(new Holder(
                        "chibo%02d.%s".formatted(number, ward.id()),
                        "Bí thư " + cell.fullName(),
                        Role.CELL_SECRETARY,
                        ward.cellId(number),
                        BEGIN));
            }
            all.put(ward.name(), holders);
        }
        var begun = LAST_DAY_OF_DISTRICTS.plusDays(1);
        var group = new ArrayList<Holder>();
        group.add(new Holder("tct.totruong", "Tổ trưởng Tổ công tác", Role.WORKING_GROUP_HEAD, WORKING_GROUP, begun));
        for (int number = 1; number <= 4; number++) {
            group.add(new Holder(
                    "tct.tv" + number,
                    "Thành viên " + number + " Tổ công tác",
                    Role.WORKING_GROUP_MEMBER,
                    WORKING_GROUP,
                    begun));
        }
        all.put("Tổ công tác của cấp trên", group);
        var city = new ArrayList<>(List.of(
                new Holder("thanhuy.vp", "Văn phòng Thành ủy", Role.SUPERIOR_OFFICE, CITY, BEGIN),
                new Holder("thanhuy.btc", "Ban Tổ chức Thành ủy", Role.SUPERIOR_ORGANISATION, CITY, BEGIN),
                new Holder("thanhuy.tg", "Ban Tuyên giáo và Dân vận Thành ủy", Role.SUPERIOR_PROPAGANDA, CITY, BEGIN),
                new Holder("thanhuy.bt", "Bí thư Thành ủy", Role.SUPERIOR_SECRETARY, CITY, BEGIN)));
        for (int number = 1; number <= 5; number++) {
            city.add(new Holder(
                    "thanhuy.uv" + number,
                    "Ủy viên " + number + " Ban Thường vụ Thành ủy",
                    Role.SUPERIOR_STANDING,
                    CITY,
                    BEGIN));
        }
        all.put("Thành ủy Demo", city);
        all.put(
                "Hệ thống",
                List.of(
                        new Holder("admin", "Quản trị hệ thống", Role.ADMIN, null, BEGIN),
                        new Holder("quytrinh", "Phụ trách quy trình", Role.PROCESS_OWNER, null, BEGIN)));
        return all;
    }

    /** A ward with its cells. */
    record Ward(String id, String name, String shortName, List<Cell> cells) {

        String cellId(int number) {
            return "%s.cb%02d".formatted(id, number);
        }

        List<NewUnit> organisations() {
            return IntStream.range(0, ORGANISATIONS.size())
                    .mapToObj(at -> unit(
                            id + "." + ORGANISATIONS.get(at).code(),
                            UnitKind.ORGANISATION,
                            ORGANISATIONS.get(at).name(),
                            ORGANISATIONS.get(at).shortName(),
                            at + 1,
                            BEGIN,
                            id))
                    .toList();
        }

        NewUnit cell(int number) {
            var cell = cells.get(number - 1);
            return new NewUnit(
                    cellId(number),
                    UnitKind.CELL,
                    cell.fullName(),
                    cell.name(),
                    cell.members(),
                    cell.type(),
                    number,
                    BEGIN,
                    id);
        }
    }

    /** A cell; its full name has the word for cell before it. */
    record Cell(String name, CellType type, int members) {

        String fullName() {
            return "Chi bộ " + name;
        }
    }

    /** An account holding one role. */
    record Holder(String id, String title, Role role, @Nullable String unit, LocalDate from) {

        NewAccount account() {
            return new NewAccount(id, title, BEGIN);
        }

        NewRole assignment() {
            return new NewRole(id, role, unit, from, null);
        }
    }

    private record Body(String code, String name, String shortName) {}

    private record Post(String name, Role role, String title) {}
}
