namespace CredBot; internal static class Program { private static void Main() { } }
