namespace CredBot.Engine.Store;

/// <summary>The store did not do what it was asked; nothing of the request was kept unless the commit itself was lost.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);
