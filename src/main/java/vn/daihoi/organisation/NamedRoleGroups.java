package vn.daihoi.organisation;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.RoleGroups;

/** Tells the engine which role groups there are and what their holders do in the web applications. */
@Component
class NamedRoleGroups implements RoleGroups {

    @Override
    public List<RoleGroup> roleGroups() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleGroup(OrganisationGroups.of(role), role.title(), use(role)))
                .toList();
    }

    private static Use use(Role role) {
        return switch (role) {
            case WARD_SECRETARY, WARD_DEPUTY, WARD_OFFICE -> Use.SUPERVISOR;
            case WORKING_GROUP_HEAD, WORKING_GROUP_MEMBER, SUPERIOR_OFFICE, SUPERIOR_ORGANISATION, SUPERIOR_SECRETARY ->
                Use.SUPERVISOR;
            case PROCESS_OWNER -> Use.PROCESS_OWNER;
            case ADMIN -> Use.ADMINISTRATOR;
            default -> Use.STAFF;
        };
    }
}
