using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>A code or an error text is pasted, in any language around it: what it means, who must act, and the steps.</summary>
public sealed class ErrorDoctorStories
{
    [Theory]
    [InlineData("en-US", "I get SSPR_0012 when I reset", "SSPR_0012", "administrator")]
    [InlineData("ko-KR", "비밀번호 재설정하는데 SSPR_0030 오류가 나요", "SSPR_0030", "조치할 사람")]
    [InlineData("en-US", "AADSTS50053: The account is locked, you've tried to sign in too many times", "AADSTS50053", "Who has to act")]
    [InlineData("ko-KR", "AADSTS7000222 이게 뭐예요", "AADSTS7000222", "조치할 사람")]
    [InlineData("en-US", "event 33008 in the log of the connect server", "33008", "Active Directory")]
    [InlineData("de-DE", "Fehler AADSTS7000215 beim Anmelden der App", "AADSTS7000215", "1.")]
    public async Task A_Code_Is_Explained(string locale, string text, string code, string also)
    {
        await using var world = await DemoWorld.StartAsync();
        var person = world.Person("sora");
        person.Locale = locale;

        await person.SaysAsync(text);

        Assert.Contains(code, person.Last, StringComparison.Ordinal);
        Assert.Contains(also, person.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Read just now", person.Last, StringComparison.Ordinal);
        Assert.Empty(world.Reads.All);
    }

    [Fact]
    public async Task An_Unknown_Code_Is_Named_And_Linked_And_Not_Guessed()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.SaysAsync("AADSTS987654");

        Assert.Contains("AADSTS987654 is not known to me", sora.Last, StringComparison.Ordinal);
        Assert.Contains("https://login.microsoftonline.com/error?code=987654", sora.Seen[^1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Number_In_Another_Request_Is_No_Code()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync("may I reset daniel@hanbit.example's password? his desk is 50053");

        Assert.Contains("Yes, you may reset", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_Codes_Get_A_Card_Each_And_A_Whole_Log_Does_Not_Flood_The_Chat()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var before = sora.Seen.Count;

        await sora.SaysAsync("SSPR_0009 SSPR_0010 SSPR_0011 SSPR_0012 SSPR_0013");

        Assert.Equal(before + 4, sora.Seen.Count);
        Assert.Contains("2 more codes", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_A_Group_Everybody_Reads_The_Explanation()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, sora) = (world.Person("mina"), world.Person("sora"));
        (mina.ConversationType, sora.ConversationType) = ("groupChat", "groupChat");
        await sora.ReadAsync();

        await mina.SaysAsync("<at>CredBot</at> what is AADSTS50057?");
        await sora.ReadAsync();

        Assert.Contains("AADSTS50057", sora.Last, StringComparison.Ordinal);
    }
}
