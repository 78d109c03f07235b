package city.luotsi.dashboard;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void rooms_know_only_what_others_show_and_never_in_circles() {
        ApplicationModules.of(LuotsiDashboard.class).verify();
    }
}
