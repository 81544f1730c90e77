namespace CredBot.Bot.Connector;

/// <summary>How the bot proves to Entra who it is.</summary>
public enum BotCredential
{
    ManagedIdentity,

    /// <summary>A managed identity's token as the assertion of the app registration.</summary>
    Federated,
    Certificate,

    /// <summary>The last resort.</summary>
    Secret,
}
