using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>«How do I reset my password?»: the one card that fits the asker's own account.</summary>
public sealed class OwnResetStories
{
    private const string Korean = "비밀번호 재설정 어떻게 해요?";
    private const string English = "how do I reset my password?";

    [Theory]
    [InlineData("sora", "직접 암호를 재설정할 수 있습니다", "You can reset your password yourself")]
    [InlineData("jun", "회사 AD와 동기화됨", "synced with Active Directory")]
    [InlineData("yuna", "먼저 확인 방법을 등록해야 합니다", "Register a method first")]
    [InlineData("marie", "암호는 소속 조직에서 관리합니다", "Your password lives in your home organisation")]
    public async Task Each_Person_Gets_The_Way_That_Fits_Their_Account(string person, string korean, string english)
    {
        await using var world = await DemoWorld.StartAsync();
        var asker = world.Person(person);
        asker.Locale = "ko-KR";

        await asker.SaysAsync(Korean);
        Assert.Contains(korean, asker.Last, StringComparison.Ordinal);

        await asker.SaysAsync(English);
        Assert.Contains(english, asker.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Fact]
    public async Task The_Card_Shows_The_Facts_It_Rests_On_And_Links_To_The_Reset_Page_In_The_Persons_Language()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = "ko-KR";

        await sora.SaysAsync(Korean);

        Assert.Contains("sora@hanbit.example", sora.Last, StringComparison.Ordinal);
        Assert.Contains("클라우드 전용", sora.Last, StringComparison.Ordinal);
        Assert.Contains("https://aka.ms/sspr?mkt=ko-kr", sora.Seen[^1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_Who_Does_Not_Sign_In_Gets_The_General_Answer()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.SignsInSilently = false;
        await sora.SaysAsync(English);

        await sora.PostAsync(new() { ["type"] = "invoke", ["name"] = "signin/verifyState", ["value"] = new System.Text.Json.Nodes.JsonObject { ["state"] = "CancelledByUser" } });
        await sora.ReadAsync();

        Assert.Contains("You did not sign in", sora.All, StringComparison.Ordinal);
        Assert.Contains("aka.ms/sspr", sora.Seen[^1].GetRawText(), StringComparison.Ordinal);
    }
}
