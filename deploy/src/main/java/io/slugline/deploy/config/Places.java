package io.slugline.deploy.config;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where in the file something stands: {@code alerting.receivers[0].url}. */
final class Places {

  private Places() {}

  static String of(@Nullable JsonStreamContext at) {
    if (at == null || at.inRoot()) return "";
    String outer = of(at.getParent());
    if (at.inArray()) return outer + "[" + at.getCurrentIndex() + "]";
    String name = at.getCurrentName();
    if (name == null) return outer;
    return outer.isEmpty() ? name : outer + "." + name;
  }

  static String of(List<JsonMappingException.Reference> path) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) place.append('[').append(step.getIndex()).append(']');
      else place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
    }
    return place.toString();
  }

  static String join(String outer, String inner) {
    return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "." + inner;
  }
}
