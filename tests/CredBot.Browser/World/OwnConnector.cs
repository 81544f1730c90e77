using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Browser.World;

/// <summary>The product's client of the connector, as the bot of the demo's tenant and without the bot.</summary>
/// <param name="tenant">Who gives its tokens, and has a connector of its own.</param>
internal sealed class OwnConnector(Product tenant) : IAsyncDisposable
{
    private const string AppId = "11111111-1111-4111-8111-111111111111";
    private const string TenantId = "22222222-2222-4222-8222-222222222222";

    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(Settings(tenant)).AddSingleton(TimeProvider.System).AddBot().BuildServiceProvider();

    private ConnectorClient Client => services.GetRequiredService<ConnectorClient>();

    /// <summary>Asks for a message to be deleted.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="conversation">Where the message is.</param>
    /// <param name="activity">Its id.</param>
    public Task<ConnectorResult> DeleteAsync(string serviceUrl, string conversation, string activity) =>
        Client.DeleteAsync(At(serviceUrl, conversation), activity, TestContext.Current.CancellationToken);

    /// <summary>Posts a card.</summary>
    /// <param name="serviceUrl">The connector's address.</param>
    /// <param name="conversation">Where to.</param>
    /// <param name="card">As JSON.</param>
    public async Task ShowAsync(string serviceUrl, string conversation, string card)
    {
        using var content = JsonDocument.Parse(card);
        var attachment = new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = content.RootElement };
        var result = await Client.SendAsync(
            At(serviceUrl, conversation), new Activity { Type = ActivityTypes.Message, Attachments = [attachment] }, TestContext.Current.CancellationToken);
        Assert.IsType<ConnectorResult.Sent>(result);
    }

    /// <summary>Posts a card into a person's own chat with the demo's bot.</summary>
    /// <param name="person">Object id.</param>
    /// <param name="card">As JSON.</param>
    public async Task ShowAsync(Guid person, string card)
    {
        var serviceUrl = $"{tenant.Address}demo/botservice";
        var user = At(serviceUrl, null) with { User = new ChannelAccount { Id = $"{person}" }, TenantId = TenantId };
        var chat = Assert.IsType<ConnectorResult.Sent>(await Client.CreateConversationAsync(user, TestContext.Current.CancellationToken));
        await ShowAsync(serviceUrl, chat.Id, card);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ConversationReference At(string serviceUrl, string? conversation) => new()
    {
        ChannelId = "msteams",
        ServiceUrl = serviceUrl,
        Bot = new ChannelAccount { Id = $"28:{AppId}" },
        Conversation = conversation is null ? null : new ConversationAccount { Id = conversation },
    };

    private static IConfiguration Settings(Product tenant) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = TenantId,
        ["Bot:Cloud"] = "Custom",
        ["Bot:Issuer"] = "https://api.botframework.com",
        ["Bot:OpenIdMetadataUrl"] = $"{tenant.Address}demo/entra/botframework/v1/.well-known/openidconfiguration",
        ["Bot:TokenServiceUrl"] = $"{tenant.Address}demo/botservice",
        ["Bot:LoginUrl"] = $"{tenant.Address}demo/entra",
        ["Bot:TrustedServiceHosts:0"] = "127.0.0.1",
        ["Bot:Credential"] = "Secret",
        ["Bot:ClientSecret"] = "demo",
    }).Build();
}
