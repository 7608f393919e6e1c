package io.slugline.alerting.console;

import io.slugline.alerting.console.access.LoginLimit;
import io.slugline.alerting.console.access.Sessions;
import io.slugline.alerting.console.access.Users;
import io.slugline.alerting.console.page.ArticleScreen;
import io.slugline.alerting.console.page.Assets;
import io.slugline.alerting.console.page.AuditScreen;
import io.slugline.alerting.console.page.ExplainScreen;
import io.slugline.alerting.console.page.Gate;
import io.slugline.alerting.console.page.LiveFeed;
import io.slugline.alerting.console.page.LoginScreen;
import io.slugline.alerting.console.page.NowScreen;
import io.slugline.alerting.console.page.OperationsScreen;
import io.slugline.alerting.console.page.OrderScreen;
import io.slugline.alerting.console.page.Outside;
import io.slugline.alerting.console.page.Pages;
import io.slugline.alerting.console.page.SourcesScreen;
import io.slugline.alerting.console.page.StoryScreen;
import io.slugline.alerting.console.page.WatchScreen;
import io.slugline.alerting.console.topic.Orders;
import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Puts screens, gate and server together. */
record Wiring(View view, Shelf shelf, Orders orders, Outside outside, Clock clock) {

  ConsoleServer serve(Console.Serving serving) throws IOException {
    SecureRandom random = new SecureRandom();
    String boot = Long.toHexString(random.nextLong());
    ConsoleConfig config = serving.config();
    Sessions sessions = new Sessions(clock, random);
    Gate gate = new Gate(new ConfiguredDoors(config, serving.local()), sessions);
    Assets assets = new Assets();
    Pages pages = new Pages(clock, assets, !config.users().isEmpty());
    NowScreen now = new NowScreen(view, pages, outside, clock, boot);
    LiveFeed live = new LiveFeed(view, now, pages, boot);
    Screens screens =
        new Screens(
            pages,
            assets,
            now,
            live,
            new StoryScreen(view, shelf, pages, clock),
            new ArticleScreen(view, shelf, pages),
            new OrderScreen(view, orders, pages, clock),
            new WatchScreen(view, orders, pages, outside, clock),
            new ExplainScreen(view, shelf, pages, outside, clock),
            new SourcesScreen(view, pages, clock),
            new AuditScreen(view, pages, clock),
            new OperationsScreen(pages, outside),
            login(config, sessions, gate, pages));
    return ConsoleServer.start(serving.at(), gate, screens, serving.open());
  }

  private @Nullable LoginScreen login(
      ConsoleConfig config, Sessions sessions, Gate gate, Pages pages) {
    if (config.users().isEmpty()) return null;
    Users users = Users.read(Path.of(config.users()));
    return new LoginScreen(users, new LoginLimit(clock), sessions, gate, pages);
  }
}
