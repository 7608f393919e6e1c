package io.slugline.deploy.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * The broker's two listening sockets, bound before Kafka starts: so that a free port can be chosen
 * and still be told to clients, and a taken one is refused at once.
 */
record Sockets(ServerSocketChannel clients, ServerSocketChannel controller)
    implements AutoCloseable {

  static Sockets bind(int port) throws IOException {
    ServerSocketChannel clients = listen(port);
    try {
      return new Sockets(clients, listen(0));
    } catch (IOException e) {
      clients.close();
      throw e;
    }
  }

  int port() {
    return clients.socket().getLocalPort();
  }

  int controllerPort() {
    return controller.socket().getLocalPort();
  }

  ServerSocketChannel of(String listener) {
    return listener.equals(BrokerSettings.CONTROLLER) ? controller : clients;
  }

  @Override
  public void close() throws IOException {
    clients.close();
    controller.close();
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return channel;
    } catch (BindException e) {
      channel.close();
      throw new IOException("port " + port + " is taken: name another with --port", e);
    }
  }
}
