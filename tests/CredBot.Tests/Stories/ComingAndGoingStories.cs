using System.Text.Json.Nodes;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>The bot comes into a chat, is upgraded there and taken away, and what it then knows of the person.</summary>
public sealed class ComingAndGoingStories
{
    [Fact]
    [Statement(54)]
    public async Task Others_Who_Come_Are_Not_Welcomed()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        await RemoveAsync(world, "sora");
        var before = sora.Seen.Count;

        await ArriveAsync(world, new JsonObject { ["id"] = "29:somebody" }, new JsonObject { ["id"] = "29:else" });
        await sora.ReadAsync();
        Assert.Equal(before, sora.Seen.Count);

        await ArriveAsync(world, new JsonObject { ["id"] = "29:somebody" }, Bot(world));
        await ArriveAsync(world, Bot(world));
        await sora.ReadAsync();
        Assert.Equal(before + 1, sora.Seen.Count);
        Assert.Contains("Hello, this is CredBot", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(55)]
    public async Task Who_Removes_The_Bot_Is_Forgotten_And_What_Was_Started_Goes_On()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await mina.ClicksAsync("answer", "yes");
        await mina.SaysAsync("help");
        await mina.ClicksAsync("ask", "helpdesk-reset");
        Assert.NotEmpty(Conversation(world).Record.Dialogs);
        var seen = mina.Seen.Count;

        await RemoveAsync(world, "mina");
        await world.PassAsync(TimeSpan.FromSeconds(20));

        var left = Conversation(world);
        Assert.Empty(left.Record.Dialogs);
        Assert.Empty(left.Record.Properties);
        Assert.Null(left.Record.Reference);
        Assert.Empty(left.Messages);
        Assert.Empty(left.Outbox);
        var text = Stored(world);
        Assert.DoesNotContain("29:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Daniel", text, StringComparison.Ordinal);
        // The tenant has carried out what was confirmed, the audit says so, and nobody is written to.
        Assert.Single(await world.ResetsAsync("daniel"));
        Assert.Contains(StoredRows.All(world.Store), static row => row.StartsWith("audit|", StringComparison.Ordinal) && row.Contains("reset.", StringComparison.Ordinal));
        await mina.ReadAsync();
        Assert.Equal(seen, mina.Seen.Count);
    }

    [Fact]
    [Statement(55)]
    public async Task Who_Takes_The_Bot_Back_Begins_Anew()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var old = mina.Button("answer", "yes").Action;
        await RemoveAsync(world, "mina");

        await DeliverAsync(world, "mina", new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" });
        await mina.ReadAsync();
        Assert.Contains("Hello, this is CredBot", mina.Last, StringComparison.Ordinal);

        await mina.InvokeAsync(old);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("upgrade")]
    [InlineData("add-upgrade")]
    [InlineData("remove-upgrade")]
    [Statement(56)]
    public async Task An_Upgrade_Says_Nothing_And_Loses_Nothing(string action)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        var before = mina.Seen.Count;

        await DeliverAsync(world, "mina", new JsonObject { ["type"] = "installationUpdate", ["action"] = action });
        await mina.ReadAsync();
        Assert.Equal(before, mina.Seen.Count);

        await mina.SaysAsync("forgot it over the holidays");
        Assert.True(mina.Sees("answer"), mina.All);
        Assert.DoesNotContain(world.Logs.All, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(57)]
    public async Task An_Edited_Message_Is_Not_Answered_Again()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        var posted = await mina.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "reset daniel@hanbit.example's password" });
        await mina.ReadAsync();
        var (before, id) = (mina.Seen.Count, posted.GetProperty("id").GetString());

        // Under its own id, as Teams sends it, and under another, as somebody may.
        await mina.PostAsync(new JsonObject { ["type"] = "messageUpdate", ["id"] = id, ["text"] = "reset aria@hanbit.example's password" });
        await DeliverAsync(world, "mina", new JsonObject { ["type"] = "messageUpdate", ["text"] = "forgot it over the holidays" });
        await mina.ReadAsync();

        Assert.Equal(before, mina.Seen.Count);
        Assert.Equal(["reason", "helpdeskReset"], Conversation(world).Record.Dialogs.Select(static dialog => dialog.Id));
    }

    [Fact]
    [Statement(59)]
    public async Task A_Person_Is_Known_By_Tenant_And_Object_Id_And_By_No_Name_Of_The_Channels()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var speaker = JsonNode.Parse(Conversation(world).Record.Properties["speaker"].GetRawText())!;
        var dressed = world.Dress("mina", "mina", new JsonObject { ["type"] = "message", ["text"] = "x" });
        var (tenant, id) = (dressed["conversation"]!["tenantId"]!.GetValue<string>(), dressed["from"]!["aadObjectId"]!.GetValue<string>());
        Assert.Equal((tenant, id), (speaker["tenant"]!.GetValue<string>(), speaker["id"]!.GetValue<string>()));

        await mina.ConfirmsResetAsync(world);

        // Columns of the audit: key, tenant, at, actor; of the operations' list: id, tenant.
        var rows = StoredRows.All(world.Store).Select(static row => row.Split('|')).ToList();
        var audit = rows.Where(static row => row[0] is "audit").ToList();
        Assert.NotEmpty(audit);
        // The number was typed by whoever it was read to, by the same kind of id.
        Assert.All(audit, row => Assert.Equal((tenant, true), (row[2], row[4] == id || row[1].EndsWith("verification.passed.NumberMatch", StringComparison.Ordinal))));
        Assert.All(audit, static row => Assert.True(Guid.TryParse(row[4], out _)));
        Assert.All(rows.Where(static row => row[0] is "op_index"), row => Assert.Equal(tenant, row[2]));
        string[] names = [dressed["from"]!["name"]!.GetValue<string>(), dressed["from"]!["id"]!.GetValue<string>()];
        var keys = StoredRows.Documents(world.Store, "conversation").Keys.Concat(StoredRows.Documents(world.Store, "operation").Keys).Concat(audit.Select(static row => row[1]));
        Assert.All(keys, key => Assert.DoesNotContain(names, name => key.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    [Statement(59)]
    public async Task A_Person_Whose_Name_Changes_Goes_On_And_Somebody_Of_The_Same_Name_Does_Not()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        var reason = world.Dress("sora", "mina", new JsonObject { ["type"] = "message", ["text"] = "because I say so" });
        reason["from"]!["name"] = world.Dress("mina", "mina", new JsonObject { ["type"] = "message" })["from"]!["name"]!.GetValue<string>();
        await world.DeliverAsync(reason.ToJsonString());
        await mina.ReadAsync();
        Assert.Contains("put to somebody else", mina.Last, StringComparison.Ordinal);

        var renamed = world.Dress("mina", "mina", new JsonObject { ["type"] = "message", ["text"] = "forgot it over the holidays" });
        renamed["from"]!["name"] = "Somebody Else";
        await world.DeliverAsync(renamed.ToJsonString());
        await mina.ReadAsync();
        Assert.True(mina.Sees("answer"), mina.All);
    }

    private static ConversationDocument Conversation(DemoWorld world) =>
        DocumentStorage.Read<ConversationDocument>(Stored(world), "It");

    /// <summary>Mina's own chat; the person whose password was reset has one too by then.</summary>
    private static string Stored(DemoWorld world)
    {
        var chat = world.Dress("mina", "mina", new JsonObject { ["type"] = "message" })["conversation"]!["id"]!.GetValue<string>();
        return Assert.Single(StoredRows.Documents(world.Store, "conversation"), row => row.Key.EndsWith($"|{chat}", StringComparison.Ordinal)).Value;
    }

    private static JsonObject Bot(DemoWorld world) =>
        new() { ["id"] = world.Dress("sora", "sora", new JsonObject { ["type"] = "message" })["recipient"]!["id"]!.GetValue<string>() };

    private static Task ArriveAsync(DemoWorld world, params JsonObject[] members)
    {
        var activity = world.Dress("sora", "sora", new JsonObject { ["type"] = "conversationUpdate" });
        activity["membersAdded"] = new JsonArray([.. members]);
        return DeliverAsync(world, activity);
    }

    private static Task RemoveAsync(DemoWorld world, string person) =>
        DeliverAsync(world, person, new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" });

    private static Task DeliverAsync(DemoWorld world, string person, JsonObject activity) => DeliverAsync(world, world.Dress(person, person, activity));

    private static async Task DeliverAsync(DemoWorld world, JsonObject activity) => Assert.Equal(202, (await world.DeliverAsync(activity.ToJsonString())).Status);
}
