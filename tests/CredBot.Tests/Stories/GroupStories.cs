using System.Text.Json.Nodes;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>What is said to one person in a group, the others do not see.</summary>
public sealed class GroupStories
{
    [Theory]
    [InlineData("groupChat", "ko-KR", "비밀번호 재설정 어떻게 해요?", "개인 채팅으로 보내 주세요")]
    [InlineData("groupChat", "en-US", "reset daniel@hanbit.example's password", "Please write to me in private")]
    [InlineData("groupChat", "en-US", "what is the weather in Paris tomorrow", "I cannot help with that")]
    [InlineData("groupChat", "en-US", "sign out", "You are signed out")]
    [InlineData("groupChat", "ko-KR", "취소", "진행 중인 것이 없습니다")]
    public async Task A_Refusal_Reaches_Who_Spoke_Alone(string kind, string locale, string text, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, sora) = (In(world, "mina", kind, locale), In(world, "sora", kind, locale));
        await mina.ReadAsync();
        await sora.ReadAsync();
        var before = sora.Seen.Count;

        await mina.SaysAsync(text);
        await sora.ReadAsync();

        Assert.Contains(sentence, mina.Last, StringComparison.Ordinal);
        Assert.True(mina.Seen[^1].GetProperty("channelData").GetProperty("demo").GetProperty("onlyYou").GetBoolean());
        // The words themselves are said to all.
        Assert.Equal(before + 1, sora.Seen.Count);
        Assert.DoesNotContain(sentence, sora.All, StringComparison.Ordinal);
        await mina.OpensAgainAsync();
        Assert.Contains(sentence, mina.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Answer_That_Is_For_All_Is_Seen_By_All()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, sora) = (In(world, "mina", "groupChat", "en-US"), In(world, "sora", "groupChat", "en-US"));
        await sora.ReadAsync();

        await mina.SaysAsync("I want to change my password");
        await sora.ReadAsync();

        Assert.Equal(mina.Last, sora.Last);
        Assert.Contains("password", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Click_On_A_Private_Matter_Is_Refused_To_Who_Clicked_And_Leaves_The_Card()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, sora) = (In(world, "mina", "groupChat", "en-US"), In(world, "sora", "groupChat", "en-US"));
        await mina.SaysAsync("help");
        await sora.ReadAsync();
        var before = sora.All;

        var answer = await mina.ClicksAsync("ask", "helpdesk-reset");
        await sora.ReadAsync();

        Assert.StartsWith("Accounts are not discussed here. Please write to me in private.", answer.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, sora.All);
    }

    [Theory]
    [InlineData("ko-KR", "요청한 사람만 사용할 수 있습니다")]
    [InlineData("en-US", "Only the person who asked can use this card")]
    public async Task Another_Persons_Card_Clicked_In_A_Group_By_An_Old_Client_Is_Refused_To_Who_Clicked(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await mina.ConfirmsResetAsync(world);
        var reveal = mina.Button("reveal").Action["data"]!.DeepClone();
        reveal["verb"] = "reveal";
        var (sora, grace) = (In(world, "sora", "groupChat", locale), In(world, "grace", "groupChat", locale));
        await sora.ReadAsync();
        await grace.ReadAsync();

        await sora.PostAsync(new JsonObject { ["type"] = "message", ["value"] = reveal });
        await sora.ReadAsync();
        await grace.ReadAsync();

        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, grace.All, StringComparison.Ordinal);
        await mina.ReadAsync();
        Assert.True(mina.Sees("reveal"));
    }

    private static Person In(DemoWorld world, string person, string kind, string locale)
    {
        var somebody = world.Person(person);
        (somebody.ConversationType, somebody.Locale) = (kind, locale);
        return somebody;
    }
}
