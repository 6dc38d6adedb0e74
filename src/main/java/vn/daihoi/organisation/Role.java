package vn.daihoi.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What a person does in a unit. Its name is what a model writes in {@code camunda:candidateGroups}. */
public enum Role {
    /** Secretary of a cell. */
    CELL_SECRETARY(RoleLevel.CELL, "Bí thư chi bộ"),

    /** Secretary of the ward committee. */
    WARD_SECRETARY(RoleLevel.WARD, "Bí thư Đảng ủy"),
    /** Standing deputy secretary of the ward committee. */
    WARD_DEPUTY(RoleLevel.WARD, "Phó Bí thư Thường trực Đảng ủy"),
    /** Office of the ward committee. */
    WARD_OFFICE(RoleLevel.WARD, "Văn phòng Đảng ủy"),
    /** Records clerk. */
    RECORDS_CLERK(RoleLevel.WARD, "Văn thư"),
    /** Party-building board. */
    PARTY_BUILDING(RoleLevel.WARD, "Ban Xây dựng Đảng"),
    /** Inspection committee. */
    INSPECTION(RoleLevel.WARD, "Ủy ban Kiểm tra"),
    /** Propaganda. */
    PROPAGANDA(RoleLevel.WARD, "Tuyên giáo"),
    /** Editing team of the documents sub-committee. */
    EDITOR(RoleLevel.WARD, "Tổ biên tập"),
    /** Fatherland Front and the socio-political organisations. */
    MASS_ORGANISATION(RoleLevel.ORGANISATION, "Mặt trận Tổ quốc và tổ chức chính trị – xã hội"),
    /** Ward police. */
    POLICE(RoleLevel.WARD, "Công an phường"),
    /** Service sub-committee. */
    LOGISTICS(RoleLevel.WARD, "Tiểu ban Tổ chức phục vụ"),
    /** Archive. */
    ARCHIVIST(RoleLevel.WARD, "Lưu trữ"),

    /** Head of a working group. */
    WORKING_GROUP_HEAD(RoleLevel.SUPERIOR, "Tổ trưởng Tổ công tác"),
    /** Member of a working group. */
    WORKING_GROUP_MEMBER(RoleLevel.SUPERIOR, "Thành viên Tổ công tác"),
    /** Office of the superior committee. */
    SUPERIOR_OFFICE(RoleLevel.SUPERIOR, "Văn phòng cấp ủy cấp trên"),
    /** Organisation board of the superior committee. */
    SUPERIOR_ORGANISATION(RoleLevel.SUPERIOR, "Ban Tổ chức cấp ủy cấp trên"),
    /** Propaganda board of the superior committee. */
    SUPERIOR_PROPAGANDA(RoleLevel.SUPERIOR, "Ban Tuyên giáo và Dân vận cấp ủy cấp trên"),
    /** Member of the standing committee of the superior committee. */
    SUPERIOR_STANDING(RoleLevel.SUPERIOR, "Ủy viên Ban Thường vụ cấp ủy cấp trên"),
    /** Secretary of the superior committee, who signs what its standing committee decides. */
    SUPERIOR_SECRETARY(RoleLevel.SUPERIOR, "Bí thư cấp ủy cấp trên"),

    /** Looks after units, accounts and the calendar, and sees nothing of any congress. */
    ADMIN(RoleLevel.SYSTEM, "Quản trị hệ thống"),
    /** Looks after the process models and the running instances. */
    PROCESS_OWNER(RoleLevel.SYSTEM, "Phụ trách quy trình");

    private final RoleLevel level;
    private final String title;

    Role(RoleLevel level, String title) {
        this.level = level;
        this.title = title;
    }

    /** At which floor it is held. */
    public RoleLevel level() {
        return level;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether the role is one of a working group; these are held in a unit of kind {@link UnitKind#WORKING_GROUP}. */
    public boolean ofWorkingGroup() {
        return this == WORKING_GROUP_HEAD || this == WORKING_GROUP_MEMBER;
    }

    /** Whether the role can be held in a unit of this kind. */
    public boolean fits(UnitKind kind) {
        return switch (level) {
            case CELL -> kind == UnitKind.CELL;
            case WARD -> kind == UnitKind.WARD;
            case ORGANISATION -> kind == UnitKind.ORGANISATION;
            case SUPERIOR -> ofWorkingGroup() ? kind == UnitKind.WORKING_GROUP : kind.superior();
            case SYSTEM -> this == PROCESS_OWNER && (kind == UnitKind.WARD || kind.superior());
        };
    }

    /** The role of this name; empty when there is none. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
