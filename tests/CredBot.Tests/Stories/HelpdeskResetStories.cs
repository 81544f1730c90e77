using CredBot.Tests.Conformance;
using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>An agent resets somebody's password from chat, under their own rights.</summary>
public sealed class HelpdeskResetStories
{
    [Fact]
    [Security(29)]
    public async Task The_Card_Goes_From_Asked_To_Done_And_Shows_The_Password_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        Assert.Empty(await world.ResetsAsync("daniel"));

        await mina.ConfirmsResetAsync(world);
        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));

        await mina.ClicksAsync("reveal");
        Assert.Contains("Temporary password", mina.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(61));
        await mina.ReadAsync();
        Assert.DoesNotContain("Temporary password", mina.Last, StringComparison.Ordinal);
        Assert.Contains("has been removed from this card", mina.Last, StringComparison.Ordinal);
        Assert.False(mina.Sees("reveal"));
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    public async Task The_Same_In_Korean()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = "ko-KR";

        await mina.AsksForResetAsync("김소라 님 비밀번호 재설정해 주세요", "휴가 후 암호를 잊음");
        await mina.SaysAsync("네");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("완료: 김소라 (Kim Sora) 님의 암호가 재설정되었습니다", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("sora"));
    }

    [Fact]
    public async Task Of_Two_People_With_One_Name_The_Agent_Chooses()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync("Reset Daniel Lee's password");
        Assert.Contains("Which one?", mina.Last, StringComparison.Ordinal);
        await mina.SaysAsync("Sales");
        await mina.SaysAsync("locked out before a meeting");

        Assert.Contains("daniel.lee2@hanbit.example", mina.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mina", "pavel", "Privileged Authentication Administrator")]
    [InlineData("peter", "mina", "Helpdesk Administrator")]
    [InlineData("mina", "hyejin", "role-assignable group")]
    [InlineData("grace", "paul", "restricted management unit")]
    [InlineData("mina", "marie_partner.example#EXT#", "home organisation")]
    [InlineData("mina", "mina", "Nobody resets their own password this way")]
    [InlineData("sora", "daniel", "You hold no role that resets passwords")]
    public async Task Whoever_May_Not_Is_Told_The_Rule_And_Nothing_Is_Tried(string agent, string subject, string rule)
    {
        await using var world = await DemoWorld.StartAsync();
        var asker = world.Person(agent);

        await asker.SaysAsync($"reset the password of {subject}@hanbit.example");

        Assert.Contains(rule, asker.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Fact]
    [Security(20)]
    public async Task No_Means_No()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");

        await mina.ClicksAsync("answer", "no");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("Nothing was changed", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("the")]
    [InlineData("password")]
    [InlineData("1")]
    [InlineData("or")]
    public async Task Half_A_Word_Confirms_Nothing(string words)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");

        await mina.SaysAsync(words);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("en-US", "please cancel this", "Cancelled")]
    [InlineData("ko-KR", "취소할게요", "취소했습니다")]
    public async Task A_Sentence_That_Cancels_Is_No_Reason_For_A_Reset(string locale, string words, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;
        await mina.SaysAsync(locale is "ko-KR" ? "daniel@hanbit.example 비밀번호 재설정해 주세요" : "reset daniel@hanbit.example's password");

        await mina.SaysAsync(words);

        Assert.Contains(sentence, mina.Last, StringComparison.Ordinal);
        Assert.False(mina.Sees("answer"));
    }

    [Fact]
    [Statement(39)]
    [Security(27)]
    public async Task A_Second_Click_On_Yes_Shows_The_Present_Card_And_Resets_Nothing_Twice()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        var (message, yes) = mina.Button("answer", "yes");

        await mina.InvokeAsync(yes, message.GetProperty("id").GetString());
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var late = await mina.InvokeAsync(yes, message.GetProperty("id").GetString());
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("Done: Daniel Lee", late.GetRawText(), StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Statement(39)]
    [Security(27)]
    public async Task The_Same_Click_Under_Two_Ids_At_Once_Resets_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        var (message, yes) = mina.Button("answer", "yes");
        var id = message.GetProperty("id").GetString();

        await Task.WhenAll(mina.PostAsync(Click()), mina.PostAsync(Click()));
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Single(await world.ResetsAsync("daniel"));

        System.Text.Json.Nodes.JsonObject Click() => new()
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = id,
            ["value"] = new System.Text.Json.Nodes.JsonObject { ["action"] = yes.DeepClone(), ["trigger"] = "manual" },
        };
    }

    [Fact]
    public async Task The_Tenant_Answers_503_And_The_Card_Says_So()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        await world.FaultAsync(new { path = "resetPassword", method = "POST", kind = "status", status = 503, retryAfter = 5 });

        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Contains("Failed: Daniel Lee's password was not reset", mina.Last, StringComparison.Ordinal);
        Assert.Contains("503", mina.Last, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(27)]
    [Security(28)]
    public async Task A_Lost_Answer_Is_Never_Asked_Again_But_Found_Out()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        await world.FaultAsync(new { path = "resetPassword", method = "POST", kind = "lostReply", times = 1 });

        await mina.ClicksAsync("answer", "yes");
        await mina.ReadAsync();
        Assert.Contains("It is not asked again", mina.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        Assert.Contains("Probably reset: Daniel Lee's password", mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", mina.Last, StringComparison.Ordinal);
        Assert.Contains("\"style\":\"warning\"", mina.Seen[^1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal((false, true), (mina.Sees("reveal"), mina.Sees("reset")));
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    public async Task Too_Many_Requests_Are_Waited_Out_And_The_Card_Says_Until_When()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        await world.FaultAsync(new { path = "resetPassword", method = "POST", kind = "status", status = 429, retryAfter = 20, times = 1 });

        await mina.ClicksAsync("answer", "yes");
        await mina.ReadAsync();
        Assert.Contains("429", mina.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(40));
        await mina.ReadAsync();
        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Security(29)]
    public async Task The_Password_Vanishes_In_Time_Even_If_The_Bot_Was_Away_When_It_Was_Due()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        await mina.ConfirmsResetAsync(world);
        await mina.ClicksAsync("reveal");
        Assert.Contains("Temporary password", mina.Last, StringComparison.Ordinal);

        await world.StopBotAsync();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.StartBotAsync();
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.DoesNotContain("Temporary password", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Agent_Can_Hide_The_Password_Before_Its_Time()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "a test");
        await mina.ConfirmsResetAsync(world);
        await mina.ClicksAsync("reveal");

        await mina.ClicksAsync("hide");
        await mina.ReadAsync();

        Assert.DoesNotContain("Temporary password", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Synced_Users_Password_Is_Written_Back()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset jun@hanbit.example's password", "a test");
        Assert.Contains("written back", mina.Last, StringComparison.Ordinal);

        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(15));
        await mina.ReadAsync();

        Assert.Contains("Done", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("jun"));
    }
}
