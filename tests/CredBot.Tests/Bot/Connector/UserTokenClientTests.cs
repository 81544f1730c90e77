using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Web;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Connector;

public sealed class UserTokenClientTests : IDisposable
{
    private readonly TokenService service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    [Statement(94)]
    public async Task The_State_Names_The_Connection_The_Conversation_And_The_App()
    {
        var reference = new ConversationReference
        {
            ActivityId = "a1",
            User = new ChannelAccount { Id = "29:kim", Name = "김소라" },
            Bot = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "a:1+/=", ConversationType = "personal", TenantId = "t" },
            ChannelId = "msteams",
            ServiceUrl = "https://smba.example/kr/",
        };

        await service.Client.GetSignInResourceAsync("graph", reference, TestContext.Current.CancellationToken);

        var state = HttpUtility.ParseQueryString(Assert.Single(service.Requests).Query)["state"]!;
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(state)));
        Assert.Equal(["connectionName", "conversation", "msAppId"], json.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("graph", json.RootElement.GetProperty("connectionName").GetString());
        Assert.Equal(TokenService.AppId, json.RootElement.GetProperty("msAppId").GetString());
        var read = json.RootElement.GetProperty("conversation").Deserialize(BotJson.Wire.ConversationReference)!;
        Assert.Equal(
            ("a1", "29:kim", "김소라", "28:bot", "a:1+/=", "msteams", "https://smba.example/kr/"),
            (read.ActivityId, read.User!.Id, read.User.Name, read.Bot!.Id, read.Conversation!.Id, read.ChannelId, read.ServiceUrl));
    }

    [Theory]
    [InlineData("00:05:01", true)]
    [InlineData("00:05:00", false)]
    [InlineData("00:04:59", false)]
    [InlineData("-00:00:01", false)]
    [InlineData(null, true)]
    [Statement(113)]
    public async Task A_Token_That_Is_About_To_End_Is_None(string? left, bool usable)
    {
        var end = left is null ? "" : $""","expiration":"{(service.Time.GetUtcNow() + TimeSpan.Parse(left, CultureInfo.InvariantCulture)):O}" """;
        service.Token = (_, _) => $$"""{"token":"eyJ-token"{{end}}}""";

        var stored = await service.Client.GetTokenAsync("29:kim", "graph", "msteams", null, TestContext.Current.CancellationToken);
        var exchanged = await service.Client.ExchangeAsync("29:kim", "graph", "msteams", "eyJ-sso", TestContext.Current.CancellationToken);

        Assert.Equal(usable, stored is TokenAnswer.Found);
        Assert.Equal(!usable, stored is TokenAnswer.None);
        Assert.Equal(usable, exchanged is ExchangeAnswer.Exchanged);
    }

    [Fact]
    [Statement(110)]
    public async Task A_Token_Is_Asked_For_Each_Time_And_Kept_Nowhere()
    {
        service.Token = static (_, _) => TokenService.Living;
        Assert.IsType<TokenAnswer.Found>(await service.Client.GetTokenAsync("29:kim", "graph", "msteams", null, TestContext.Current.CancellationToken));
        service.Token = static (_, _) => null;

        Assert.IsType<TokenAnswer.None>(await service.Client.GetTokenAsync("29:kim", "graph", "msteams", null, TestContext.Current.CancellationToken));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Each_Person_Is_Asked_For_By_Their_Own_Id()
    {
        service.Token = static (user, _) => user is "29:kim" ? TokenService.Living : null;

        Assert.IsType<TokenAnswer.Found>(await service.Client.GetTokenAsync("29:kim", "graph", "msteams", null, TestContext.Current.CancellationToken));
        Assert.IsType<TokenAnswer.None>(await service.Client.GetTokenAsync("29:park", "graph", "msteams", null, TestContext.Current.CancellationToken));
    }
}
