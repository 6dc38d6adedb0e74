package vn.daihoi.review;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/** Who is in a working group. Asked anew each time: heads and members are replaced while sessions go on. */
@Component
class GroupMembers {

    private final Members members;

    GroupMembers(Members members) {
        this.members = members;
    }

    /** Its head first; empty where there is no group. */
    List<String> members(@Nullable String group, LocalDate on) {
        return group == null
                ? List.of()
                : Stream.of(Role.WORKING_GROUP_HEAD, Role.WORKING_GROUP_MEMBER)
                        .flatMap(role -> members.holders(group, role, on).stream())
                        .distinct()
                        .toList();
    }

    boolean heads(String user, @Nullable String group, LocalDate on) {
        return group != null && members.holds(user, Role.WORKING_GROUP_HEAD, group, on);
    }

    boolean belongs(String user, @Nullable String group, LocalDate on) {
        return heads(user, group, on) || group != null && members.holds(user, Role.WORKING_GROUP_MEMBER, group, on);
    }
}
