namespace CredBot.Tests.World;

/// <summary>Ways of talking that many stories share.</summary>
internal static class Conversations
{
    /// <summary>Up to the card that asks for the confirmation.</summary>
    public static async Task AsksForResetAsync(this Person agent, string request, string reason)
    {
        await agent.SaysAsync(request);
        await agent.SaysAsync(reason);
        Assert.True(agent.Sees("answer"), agent.All);
    }

    /// <summary>Confirms and waits until the tenant has had its time.</summary>
    public static async Task ConfirmsResetAsync(this Person agent, DemoWorld world)
    {
        await agent.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await agent.ReadAsync();
    }

    /// <summary>An agent who has been asked to confirm the reset of Daniel Lee.</summary>
    public static async Task<Person> AskedForConfirmationAsync(this DemoWorld world, string locale)
    {
        var mina = world.Person("mina");
        mina.Locale = locale;
        await (locale is "ko-KR"
            ? mina.AsksForResetAsync("daniel@hanbit.example 비밀번호 재설정해 주세요", "휴가 후 암호를 잊음")
            : mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays"));
        return mina;
    }
}
