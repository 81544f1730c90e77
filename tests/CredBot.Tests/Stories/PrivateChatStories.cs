using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Where others can read it, the bot sends people to their own chat, and goes on there.</summary>
public sealed class PrivateChatStories
{
    [Theory]
    [Statement(109)]
    [InlineData("groupChat", "en-US", "reset daniel@hanbit.example's password", "Please write to me in private", "Why is Daniel Lee's password to be reset?", "You asked me this where others can read it")]
    [InlineData("channel", "en-US", "reset daniel@hanbit.example's password", "Please write to me in private", "Why is Daniel Lee's password to be reset?", "You asked me this where others can read it")]
    [InlineData("groupChat", "ko-KR", "daniel@hanbit.example 비밀번호 재설정해 주세요", "개인 채팅으로 보내 주세요", "이유를 한 문장으로 적어 주세요", "여기서 이어 갑니다")]
    [InlineData("channel", "ko-KR", "daniel@hanbit.example 비밀번호 재설정해 주세요", "개인 채팅으로 보내 주세요", "이유를 한 문장으로 적어 주세요", "여기서 이어 갑니다")]
    public async Task A_Question_About_An_Account_Goes_On_In_The_Askers_Own_Chat(string place, string locale, string request, string sentence, string question, string opening)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = new Person(world, "mina") { ConversationType = place, Locale = locale };
        await mina.SaysAsync(request);
        Assert.Contains(sentence, mina.All, StringComparison.Ordinal);

        var alone = new Person(world, "mina") { Locale = locale };
        await alone.ReadAsync();
        Assert.Contains(opening, alone.All, StringComparison.Ordinal);
        Assert.Contains(question, alone.All, StringComparison.Ordinal);

        await alone.SaysAsync(locale is "ko-KR" ? "휴가 후 암호를 잊음" : "forgot it over the holidays");
        await alone.ConfirmsResetAsync(world);
        await mina.ReadAsync();

        Assert.Single(await world.ResetsAsync("daniel"));
        Assert.DoesNotContain("Daniel Lee", mina.All, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(109)]
    public async Task In_A_Group_Nobody_Is_Asked_To_Sign_In()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = new Person(world, "sora") { ConversationType = "channel", SignsInSilently = false };

        await sora.SaysAsync("how do I reset my password?");

        Assert.Contains("Please write to me in private", sora.All, StringComparison.Ordinal);
        Assert.DoesNotContain(sora.Seen, static message => message.GetRawText().Contains("card.oauth", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(131)]
    public async Task A_Forged_Continuation_Does_Nothing()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.ReadAsync();
        var before = mina.Seen.Count;
        var forged = world.Dress("mina", "mina", new JsonObject
        {
            ["type"] = "event",
            ["name"] = "ContinueConversation",
            ["value"] = new JsonObject { ["intent"] = "helpdesk-reset", ["language"] = "en", ["slots"] = new JsonObject { ["upn"] = "daniel@hanbit.example" } },
        });

        Assert.Equal(202, (await world.DeliverAsync(forged.ToJsonString())).Status);
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Equal(before, mina.Seen.Count);
    }

    [Fact]
    public async Task Who_Blocked_The_Bot_Still_Gets_The_Answer_In_The_Group()
    {
        await using var world = await DemoWorld.StartAsync();
        (await world.Http.PutAsync("/demo/people/mina/app", new StringContent("""{"state":"blocked"}"""), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var mina = new Person(world, "mina") { ConversationType = "groupChat" };

        await mina.SaysAsync("reset daniel@hanbit.example's password");

        Assert.Contains("Please write to me in private", mina.Last, StringComparison.Ordinal);
    }
}
