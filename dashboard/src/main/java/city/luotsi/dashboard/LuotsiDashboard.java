package city.luotsi.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the dashboard. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("luotsi-tokens.css")
@StyleSheet("luotsi.css")
@SpringBootApplication
public class LuotsiDashboard implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(LuotsiDashboard.class, arguments);
    }
}
