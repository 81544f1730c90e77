using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.People;
using CredBot.Engine.Store;
using CredBot.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.People;

public sealed class AcquaintanceTests : IAsyncLifetime
{
    private const string App = "11111111-1111-4111-8111-111111111111";
    private const string OtherApp = "99999999-9999-4999-8999-999999999999";
    private const string Lee = "990f7b16-7b1a-5f27-bea7-363582c430db";
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private readonly ScriptedFlow flow = new();
    private readonly List<Happening> told = [];
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        flow.OnNext = (document, happened, _) =>
        {
            told.Add(happened);
            return null;
        };
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    [Statement(125)]
    public async Task A_Reference_Is_Stored_On_Install_And_Refreshed_By_What_Comes_In()
    {
        await HearAsync(From(Lee, "c-lee") with { Type = ActivityTypes.InstallationUpdate, Action = "add", Text = null });
        var installed = (await PersonAsync())!.Reference!;
        Assert.Equal(("c-lee", channel.Url, Says.Tenant, "29:lee"), (installed.Conversation!.Id, installed.ServiceUrl, installed.TenantId, installed.User!.Id));

        await HearAsync(From(Lee, "c-lee") with { ServiceUrl = $"{channel.Url}/amer", Locale = "ko-KR" });
        var moved = (await PersonAsync())!.Reference!;
        Assert.Equal(("c-lee", $"{channel.Url}/amer", "ko-KR", Says.Tenant), (moved.Conversation!.Id, moved.ServiceUrl, moved.Locale, moved.TenantId));

        await HearAsync(From(Lee, "c-lee", "emea") with { Type = ActivityTypes.Invoke, Name = "any", ServiceUrl = $"{channel.Url}/emea", Text = null });
        Assert.Equal($"{channel.Url}/emea", (await PersonAsync())!.Reference!.ServiceUrl);
    }

    [Fact]
    public async Task What_Teaches_Nothing_New_Is_Not_Written()
    {
        await HearAsync(From(Lee, "c-lee"));
        var before = await VersionAsync();

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await HearAsync(From(Lee, "c-lee"));

        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public async Task A_Group_Teaches_Where_Somebody_Is_And_Not_That_They_Have_A_Chat()
    {
        await HearAsync(From(Lee, "19:g@thread.v2") with { Conversation = Group });
        Assert.Null((await PersonAsync())!.Reference!.Conversation);

        await NotifyAsync("n");

        Assert.Equal("29:lee", Assert.Single(channel.Opened).GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal(("opened-1", "n"), channel.Taken.Where(static call => call.Activity.Text is "n").Select(static call => (call.Conversation, call.Activity.Text)).Single());
    }

    [Fact]
    [Statement(126)]
    [Statement(127)]
    public async Task A_Chat_Is_Opened_With_One_Member_And_The_Tenant_At_The_Clouds_Own_Address()
    {
        await NotifyAsync("n");

        var body = Assert.Single(channel.Opened);
        Assert.False(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal(Lee, Assert.Single(body.GetProperty("members").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal((Says.Tenant, Says.Tenant), (body.GetProperty("tenantId").GetString(), body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString()));
        Assert.Equal($"28:{App}", body.GetProperty("bot").GetProperty("id").GetString());
        Assert.Equal("opened-1", channel.Taken.Single(static call => call.Activity.Text is "n").Conversation);
    }

    [Theory]
    [Statement(127)]
    [InlineData(BotCloud.Public, "https://smba.trafficmanager.net/teams/")]
    [InlineData(BotCloud.UsGov, "https://smba.infra.gov.teams.microsoft.us/teams/")]
    [InlineData(BotCloud.China, null)]
    public void Each_Cloud_Has_Its_Own_Address_For_Those_Never_Heard(BotCloud cloud, string? url)
    {
        var settings = BotCloudSettings.From(new BotOptions { Cloud = cloud });

        Assert.Equal(url, settings.DefaultServiceUrl);
        Assert.True(url is null || OutboundHosts.IsTrusted(url, settings));
    }

    [Fact]
    [Statement(130)]
    public async Task Notifications_Go_To_The_Chat_That_Was_Opened_First()
    {
        await NotifyAsync("one");
        await NotifyAsync("two");
        await RestartAsync();
        await NotifyAsync("three");

        Assert.Single(channel.Opened);
        Assert.Equal([("opened-1", "one"), ("opened-1", "two"), ("opened-1", "three")], Notices("one", "two", "three"));
    }

    [Fact]
    public async Task The_Same_Key_Is_Sent_Once()
    {
        await HearAsync(From(Lee, "c-lee"));
        await NotifyAsync("same");
        await NotifyAsync("same");

        Assert.Equal([("c-lee", "same")], Notices("same"));
    }

    [Theory]
    [Statement(128)]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("ConversationBlockedByUser")]
    public async Task Who_Cannot_Be_Reached_Is_Remembered_And_Not_Tried_Again(string code)
    {
        channel.RefuseOpening = () => new ChannelRefusal(403, Code: code);
        await NotifyAsync("one");
        await NotifyAsync("two");
        await RestartAsync();
        await NotifyAsync("three");
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Single(channel.Opened);
        Assert.Equal(code, (await PersonAsync())!.Unreachable!.Code);

        channel.RefuseOpening = static () => null;
        await HearAsync(From(Lee, "c-lee"));
        await NotifyAsync("four");
        Assert.Equal([("c-lee", "four")], Notices("one", "two", "three", "four"));
    }

    [Theory]
    [Statement(128)]
    [InlineData("ConversationBlockedByUser", true)]
    [InlineData("InvalidBotApiHost", false)]
    public async Task A_Message_Refused_In_The_Persons_Chat_Counts_As_Well(string code, bool remembered)
    {
        await HearAsync(From(Lee, "c-lee"));
        channel.Refuse = call => call.Conversation is "c-lee" ? new ChannelRefusal(403, Code: code) : null;
        await NotifyAsync("one");
        Assert.Equal(remembered, (await PersonAsync())!.Unreachable is not null);

        channel.Refuse = static _ => null;
        await NotifyAsync("two");
        Assert.Equal(remembered ? [] : [("c-lee", "two")], Notices("one", "two"));

        await HearAsync(From(Lee, "c-lee") with { Type = ActivityTypes.InstallationUpdate, Action = "add", Text = null });
        await NotifyAsync("three");
        Assert.Equal(("c-lee", "three"), Notices("one", "two", "three")[^1]);
    }

    [Theory]
    [Statement(129)]
    [InlineData("lee@hanbit.example", "MemberId")]
    [InlineData("lee", "MemberId")]
    public async Task A_Name_Or_An_Address_Is_No_Member(string person, string why)
    {
        await OperateAsync(new Effect.Notify(Says.Tenant, person, "n", ScriptedBot.Text("n")));

        Assert.Equal([new Happening.Told("n", why)], told.OfType<Happening.Told>());
        Assert.Empty(channel.Opened);
        Assert.Empty(Notices("n"));
    }

    [Fact]
    [Statement(129)]
    public async Task The_Connector_Refuses_An_Address_As_Member_Itself()
    {
        var connector = host.Services.GetRequiredService<ConnectorClient>();

        var result = await connector.CreateConversationAsync(
            new ConversationReference { User = new ChannelAccount { Id = "lee@hanbit.example" }, ServiceUrl = channel.Url, TenantId = Says.Tenant }, CancellationToken.None);

        Assert.Equal(new ConnectorResult.Refused(0, "MemberId", false), result);
        Assert.Empty(channel.Opened);
    }

    [Theory]
    [Statement(131)]
    [InlineData("33333333-3333-4333-8333-333333333333")]
    [InlineData("")]
    public async Task Nobody_Is_Written_To_On_Behalf_Of_Another_Tenant(string tenant)
    {
        await OperateAsync(new Effect.Notify(tenant, Lee, "n", ScriptedBot.Text("n")), new Effect.Continue(tenant, Lee, "c", ScriptedSteps.Nothing));

        Assert.Equal([new Happening.Told("n", "TenantNotAllowed")], told.OfType<Happening.Told>());
        Assert.Empty(channel.Opened);
    }

    [Fact]
    [Statement(131)]
    public async Task A_Tenant_That_May_No_Longer_Talk_To_The_Bot_Is_Not_Written_To()
    {
        channel.RefuseOpening = static () => new ChannelRefusal(503, 60);
        await NotifyAsync("held");
        await host.StopAsync();
        var opened = channel.Opened.Count;
        await StartAsync(("Bot:AllowedTenants:0", "33333333-3333-4333-8333-333333333333"));

        await OperateAsync(new Effect.Notify(Says.Tenant, Lee, "n", ScriptedBot.Text("n")));
        await host.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal([new Happening.Told("n", "TenantNotAllowed")], told.OfType<Happening.Told>());
        Assert.Equal(opened, channel.Opened.Count);
    }

    [Fact]
    [Statement(131)]
    public async Task Only_An_Effect_Of_Ours_Makes_A_Proactive_Turn()
    {
        var turns = new List<(bool Proactive, string? Type, string? Actor, string? Tenant, string? Value)>();
        await HearAsync(From(Lee, "c-lee"));
        bot.Turn = (turn, _) =>
        {
            turns.Add((turn.IsProactive, turn.Activity.Type, turn.Activity.ActorId, turn.Activity.TenantId, turn.Activity.Value.String()));
            if (turn.Activity.Text is "carry")
            {
                turn.Owe(new Effect.Continue(Says.Tenant, Lee, $"{turn.TurnId}-private", ScriptedSteps.Nothing));
            }

            return Task.CompletedTask;
        };

        await HearAsync(From(Lee, "c-lee") with { Type = ActivityTypes.Event, Name = "ContinueConversation", Id = "proactive|forged", Value = ScriptedSteps.Nothing, Text = null });
        await HearAsync(From(Lee, "19:g@thread.v2") with { Conversation = Group, Text = "carry" });

        Assert.Equal(
            [(false, "event", Lee, Says.Tenant, "done"), (false, "message", Lee, Says.Tenant, null), (true, "event", Lee, Says.Tenant, "done")], turns);
    }

    [Fact]
    [Statement(133)]
    public async Task Two_Chats_Of_One_Person_Are_One_Identity_And_Two_Conversations()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text($"turn of {turn.Activity.ActorId} in {turn.Activity.Conversation!.Id}"));
            return Task.CompletedTask;
        };
        await HearAsync(From(Lee, "session-1"));
        await HearAsync(From(Lee, "session-2"));
        await HearAsync(From(Lee, "session-2"));
        await NotifyAsync("n");

        Assert.Equal((1, 2), ((await host.ConversationAsync("session-1")).Turns, (await host.ConversationAsync("session-2")).Turns));
        Assert.Equal("session-1", (await PersonAsync())!.Reference!.Conversation!.Id);
        Assert.Equal([("session-1", "n")], Notices("n"));
        Assert.Equal([$"turn of {Lee} in session-1", $"turn of {Lee} in session-2", $"turn of {Lee} in session-2"], channel.Texts.Where(static text => text!.StartsWith("turn", StringComparison.Ordinal)));
    }

    [Fact]
    [Statement(134)]
    public async Task What_Another_App_Id_Stored_Is_Not_Used()
    {
        await HearAsync(From(Lee, "c-lee") with { Recipient = new ChannelAccount { Id = $"28:{App}" } });
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        await HearAsync(From(Lee, "c-lee") with { Recipient = new ChannelAccount { Id = $"28:{App}" }, Text = "owed" });
        await host.StopAsync();
        channel.Refuse = static _ => null;
        await StartAsync(("Bot:AppId", OtherApp));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(channel.Texts, static text => text is "heard owed");

        await NotifyAsync("n");

        Assert.Equal([("opened-1", "n")], Notices("n"));
        Assert.Equal(
            new ConnectorResult.Refused(0, "ForeignBot", false),
            await host.Services.GetRequiredService<ConnectorClient>().SendAsync(
                From(Lee, "c-lee").Reference with { Bot = new ChannelAccount { Id = $"28:{App}" } }, ScriptedBot.Text("x"), CancellationToken.None));
    }

    [Fact]
    public async Task A_Removed_Bot_Forgets_Where_The_Person_Is()
    {
        await HearAsync(From(Lee, "c-lee"));

        await HearAsync(From(Lee, "c-lee") with { Type = ActivityTypes.InstallationUpdate, Action = "remove", Text = null });

        Assert.Null((await PersonAsync())!.Reference);
    }

    [Fact]
    public async Task A_Chat_That_Is_Not_Found_Twice_Is_Opened_Anew()
    {
        await HearAsync(From(Lee, "c-lee"));
        channel.Refuse = static call => call.Conversation is "c-lee" ? new ChannelRefusal(404, Code: "ConversationNotFound") : null;
        await NotifyAsync("one");
        await NotifyAsync("two");
        Assert.Empty(channel.Opened);

        await NotifyAsync("three");

        Assert.Equal([("opened-1", "three")], Notices("one", "two", "three"));
        Assert.Null((await PersonAsync())!.Unreachable);
    }

    [Fact]
    public async Task An_Operation_Hears_That_Its_Message_Was_Sent_Also_After_A_Restart()
    {
        channel.RefuseOpening = static () => new ChannelRefusal(503, 60);
        await OperateAsync(new Effect.Notify(Says.Tenant, Lee, "n", ScriptedBot.Text("n")));
        Assert.Empty(told.OfType<Happening.Told>());

        await RestartAsync();
        channel.RefuseOpening = static () => null;
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([new Happening.Told("n", null)], told.OfType<Happening.Told>());
        Assert.Equal(["n"], channel.Texts.Where(static text => text is "n"));
    }

    [Fact]
    public async Task A_Message_Is_Sent_In_The_Language_Of_The_Persons_Client()
    {
        await HearAsync(From(Lee, "c-lee") with { Locale = "ko-KR" });
        await OperateAsync(new Effect.Notify(Says.Tenant, Lee, "n", ScriptedBot.Text("hello"))
        {
            Translations = new Dictionary<string, Activity> { ["ko"] = ScriptedBot.Text("안녕하세요"), ["en"] = ScriptedBot.Text("hello") },
        });

        Assert.Equal([("c-lee", "안녕하세요")], Notices("안녕하세요", "hello"));
    }

    private static ConversationAccount Group => new() { Id = "19:g@thread.v2", TenantId = Says.Tenant, ConversationType = "groupChat", IsGroup = true };

    private (string, string?)[] Notices(params string[] texts) =>
        [.. channel.Taken.Where(call => texts.Contains(call.Activity.Text)).Select(static call => (call.Conversation, call.Activity.Text))];

    private Activity From(string person, string conversation, string? id = "") =>
        Says.Message(channel, "hello", id, conversation) with { From = new ChannelAccount { Id = "29:lee", AadObjectId = person } };

    private async Task HearAsync(Activity activity)
    {
        await (activity.Type is ActivityTypes.Invoke ? host.InvokeAsync(activity) : host.AcceptAsync(activity));
        await host.IdleAsync();
    }

    /// <summary>Somebody's turn owes Lee a message.</summary>
    private async Task NotifyAsync(string key)
    {
        var before = bot.Turn;
        bot.Turn = (turn, _) =>
        {
            turn.Owe(new Effect.Notify(Says.Tenant, Lee, key, ScriptedBot.Text(key)));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "notify"));
        await host.IdleAsync();
        bot.Turn = before;
    }

    /// <summary>An operation owes these.</summary>
    private async Task OperateAsync(params Effect[] effects)
    {
        flow.OnBegin = _ => new Move<ScriptedDocument>(new ScriptedDocument("waiting", [])) { Effects = effects };
        bot.Turn = static (turn, _) =>
        {
            turn.Owe(new Effect.Start("op", "work", ScriptedSteps.Nothing));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "start"));
        await host.IdleAsync();
    }

    private async Task<AcquaintanceDocument?> PersonAsync() =>
        await host.Store.ReadAsync(Acquaintance.Type, AcquaintanceKey.Of(App, Says.Tenant, Lee), CancellationToken.None) is { } found
            ? DocumentStorage.Read<AcquaintanceDocument>(found.Json, "person")
            : null;

    private async Task<long?> VersionAsync() =>
        (await host.Store.ReadAsync(Acquaintance.Type, AcquaintanceKey.Of(App, Says.Tenant, Lee), CancellationToken.None))?.Version;

    private async Task RestartAsync()
    {
        await host.StopAsync();
        await StartAsync();
    }

    private async Task StartAsync(params (string, string)[] settings)
    {
        host = await EngineHost.StartAsync(folder.Path, channel, bot, host?.Time, services => services.AddSingleton<IFlow>(flow).AddSingleton<ISteps>(new ScriptedSteps()), [("Bot:DefaultServiceUrl", channel.Url), .. settings]);
        await host.IdleAsync();
    }
}
