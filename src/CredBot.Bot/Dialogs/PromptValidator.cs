namespace CredBot.Bot.Dialogs;

/// <summary>Decides whether an answer fits; asked for every answer, also for one that was not recognised.</summary>
public delegate bool PromptValidator<TAnswer>(PromptAttempt<TAnswer> attempt);
